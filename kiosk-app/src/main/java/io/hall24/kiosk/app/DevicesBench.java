package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.wear.Belongings;
import io.hall24.kiosk.demo.wear.CardTable;
import io.hall24.kiosk.demo.wear.KillRounds;
import io.hall24.kiosk.demo.wear.LineVictim;
import io.hall24.kiosk.demo.wear.PrinterVictim;
import io.hall24.kiosk.demo.wear.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Programs without which devices cannot work, killed again and again while all devices go on beside
 * one another: how soon it shows, how soon they work again, and whether anything grows meanwhile.
 */
final class DevicesBench implements Benchmark {
  private static final int ROUNDS = 200;
  private static final int LINE_TIMES = 5;
  private static final long SEED = 24;
  private static final double SHOWN_MS = 2_000;
  private static final double WORKING_MS = 5_000;
  private static final long MORE_THREADS = 2;
  private static final long MORE_FILES = 4;
  private static final long MORE_KILOBYTES = 24 * 1024;
  private static final long MORE_NATIVE_BYTES = 1 << 20;
  private static final int REPORT_EVERY = 50;

  @Override
  public String name() {
    return "devices";
  }

  @Override
  public String summary() {
    return "rounds of killing pcscd, virtual card, printer and, five times as often, serial line"
        + " (--size, default "
        + ROUNDS
        + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    if (!"private".equals(System.getenv("HALL24_NAMESPACE"))) {
      throw new CannotOpen(
          "it kills daemons, and touches none but its own",
          "run it as: installer/lib/namespace installer/hall24 bench devices");
    }
    int rounds = setting.size().orElse(ROUNDS);
    var belongings = new Belongings();
    HallClock clock = setting.clock();
    try (var lanes = Executors.newCachedThreadPool();
        CardTable table = CardTable.set(room(setting, "cards"), clock, SEED);
        Victim printer = PrinterVictim.start(room(setting, "printer"), clock, SEED);
        Victim line = LineVictim.lay(room(setting, "line"), clock, SEED)) {
      var lane = new Lane(setting, belongings);
      var all =
          lanes.invokeAll(
              List.<Callable<List<Findings>>>of(
                  () ->
                      List.of(lane.run(table.daemon(), rounds), lane.run(table.document(), rounds)),
                  () -> List.of(lane.run(printer, rounds)),
                  () -> List.of(lane.run(line, rounds * LINE_TIMES))));
      List<Findings> findings = new ArrayList<>();
      for (var one : all) {
        findings.addAll(one.get());
      }
      findings.add(new Findings(List.of(), growth(belongings)));
      return together(findings);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }

  private static Path room(Setting setting, String name) throws IOException {
    return Files.createDirectory(setting.scratch().resolve(name));
  }

  private static Findings together(List<Findings> findings) {
    return new Findings(
        findings.stream().flatMap(one -> one.timings().stream()).toList(),
        findings.stream().flatMap(one -> one.criteria().stream()).toList());
  }

  private static List<Criterion> growth(Belongings belongings) {
    String of = " more by trend, second half of " + belongings.count() + " notes";
    return List.of(
        new Criterion("threads" + of, belongings.trend(Belongings.Note::threads), MORE_THREADS),
        new Criterion("open files" + of, belongings.trend(Belongings.Note::files), MORE_FILES),
        new Criterion(
            "native bytes" + of, belongings.trend(Belongings.Note::nativeBytes), MORE_NATIVE_BYTES),
        new Criterion(
            "resident kB" + of, belongings.trend(Belongings.Note::kilobytes), MORE_KILOBYTES));
  }

  /** What happens to one program after another. */
  private record Lane(Setting setting, Belongings belongings) {
    Findings run(Victim victim, int rounds) throws IOException, InterruptedException {
      List<KillRounds.Round> done = new ArrayList<>();
      Optional<String> broken = rounds(victim, rounds, done);
      if (done.isEmpty()) {
        throw new IOException(broken.orElse("no rounds"));
      }
      Timing shown = timing(victim.name() + " killed, shown", done, KillRounds.Round::shown);
      Timing working = timing(victim.name() + " back, works", done, KillRounds.Round::working);
      return new Findings(
          List.of(shown, working),
          List.of(
              new Criterion(victim.name() + ": rounds not made", rounds - done.size(), 0),
              new Criterion(
                  victim.name() + ": longest ms until shown",
                  longest(done, KillRounds.Round::shown),
                  SHOWN_MS),
              new Criterion(
                  victim.name() + ": longest ms until it works",
                  longest(done, KillRounds.Round::working),
                  WORKING_MS)));
    }

    /** What has been measured until something breaks is told all the same. */
    private Optional<String> rounds(Victim victim, int rounds, List<KillRounds.Round> done)
        throws InterruptedException {
      try {
        var _ =
            new KillRounds(SEED, setting.clock())
                .run(
                    victim,
                    rounds,
                    round -> {
                      done.add(round);
                      belongings.note();
                      if (done.size() % REPORT_EVERY == 0) {
                        setting
                            .progress()
                            .accept(victim.name() + ": " + done.size() + " of " + rounds);
                      }
                    });
        return Optional.empty();
      } catch (IOException broken) {
        setting.progress().accept(victim.name() + " ended early: " + broken.getMessage());
        return Optional.of(String.valueOf(broken.getMessage()));
      }
    }

    private static Timing timing(
        String what,
        List<KillRounds.Round> rounds,
        java.util.function.Function<KillRounds.Round, Duration> which) {
      return Timing.of(what, rounds.stream().map(which).map(Duration::toNanos).toList());
    }

    private static double longest(
        List<KillRounds.Round> rounds,
        java.util.function.Function<KillRounds.Round, Duration> which) {
      return rounds.stream().map(which).mapToLong(Duration::toMillis).max().orElse(0);
    }
  }
}
