package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.app.Benchmark.Criterion;
import io.hall24.kiosk.app.Benchmark.Findings;
import io.hall24.kiosk.app.Benchmark.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 bench}: measures this machine. */
@Command(
    name = "bench",
    description =
        "Measures, with floor and peers in the same run: n, median and 95th percentile in"
            + " milliseconds. Without a name: lists what it can measure. Exit code 1 when something"
            + " is slower than it must be.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final List<Benchmark> ALL =
      List.of(
          new JournalBench(),
          new IdCardBench(),
          new SearchBench(),
          new LicenceBench(),
          new FaceBench(),
          new DevicesBench(),
          new CameraBench(),
          new PreviewBench(),
          new VisitsBench());

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "what to measure")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "how much of it, e.g. events in the journal")
  private Optional<Integer> size = Optional.empty();

  @Option(
      names = "--on",
      paramLabel = "DIR",
      description = "a directory on the disk that counts (default: the temporary one)")
  private Path disk = Path.of(System.getProperty("java.io.tmpdir"));

  @Mixin private Facts facts = new Facts();

  BenchCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen, IOException, InterruptedException {
    if (name.isEmpty()) {
      ALL.forEach(it ->
          facts.tell(
              it.name() + "  " + it.summary(),
              Facts.object().put("name", it.name()).put("summary", it.summary())));
      return ExitCode.SUCCESS.number();
    }
    Benchmark benchmark =
        ALL.stream()
            .filter(it -> it.name().equals(name.get()))
            .findFirst()
            .orElseThrow(() -> new WrongInput("no benchmark '" + name.get() + "'; " + names()));
    Path scratch = Files.createTempDirectory(disk, "hall24-bench");
    try {
      Findings findings =
          benchmark.run(
              new Benchmark.Setting(
                  scratch,
                  size.isPresent() ? OptionalInt.of(size.get()) : OptionalInt.empty(),
                  facts::complain,
                  HallClock.system()));
      return tell(findings);
    } finally {
      remove(scratch);
    }
  }

  private static String names() {
    return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ", "known: ", ""));
  }

  private int tell(Findings findings) {
    findings.timings().forEach(timing -> facts.tell(line(timing), json(timing)));
    findings.criteria().forEach(criterion -> facts.tell(line(criterion), json(criterion)));
    boolean fast = findings.criteria().stream().allMatch(Criterion::holds);
    return (fast ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }

  private static String line(Timing timing) {
    return String.format(
        Locale.ROOT,
        "%-48s n %6d  median %10.3f ms  p95 %10.3f ms",
        timing.what(),
        timing.n(),
        timing.median(),
        timing.p95());
  }

  private static String line(Criterion criterion) {
    return String.format(
        Locale.ROOT,
        "%-48s %10.3f  at most %8.3f  %s",
        criterion.what(),
        criterion.value(),
        criterion.limit(),
        criterion.holds() ? "holds" : "DOES NOT HOLD");
  }

  private static ObjectNode json(Timing timing) {
    return Facts.object()
        .put("what", timing.what())
        .put("n", timing.n())
        .put("medianMs", timing.median())
        .put("p95Ms", timing.p95());
  }

  private static ObjectNode json(Criterion criterion) {
    return Facts.object()
        .put("criterion", criterion.what())
        .put("value", criterion.value())
        .put("atMost", criterion.limit())
        .put("holds", criterion.holds());
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
