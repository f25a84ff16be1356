package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceComparison;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.ops.PairComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hall24 compare-faces}: score and decision for pairs of pictures. */
@Command(
    name = "compare-faces",
    description = {
      "Compares the faces of two pictures: score, threshold, decision.",
      "With --pairs a table of pairs, as CSV: " + PairComparison.HEADER
    },
    mixinStandardHelpOptions = true)
final class CompareFacesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..2", paramLabel = "A B", description = "two pictures (JPEG, JPEG 2000)")
  private List<Path> pictures = new ArrayList<>();

  @Option(
      names = "--pairs",
      paramLabel = "FILE.csv",
      description = "lines a,b without a header; paths count from the file's directory")
  private Optional<Path> pairs = Optional.empty();

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "lowest score, 0 to 1, that counts as a match (default: ${DEFAULT-VALUE})",
      defaultValue = "0.45")
  private double threshold = FacePolicy.standard().threshold();

  @Mixin private final ModelsOption models = new ModelsOption();

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  CompareFacesCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException, WrongInput, CannotOpen {
    checkUsage();
    for (Path file : pairs.map(List::of).orElse(pictures)) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new WrongInput(file + " cannot be read");
      }
    }
    try (FaceDesk desk = models.open(HallClock.system());
        PairComparison comparison = new PairComparison(desk, threshold)) {
      return pairs.isPresent()
          ? table(comparison, pairs.get())
          : one(comparison.compare(pictures.get(0), pictures.get(1)));
    }
  }

  private void checkUsage() {
    if (pairs.isPresent() ? !pictures.isEmpty() : pictures.size() != 2) {
      throw new ParameterException(spec.commandLine(), "two pictures, or --pairs with a table");
    }
    if (pairs.isPresent() && facts.asJson()) {
      throw new ParameterException(spec.commandLine(), "--pairs answers in CSV, not in JSON");
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new ParameterException(spec.commandLine(), "--threshold is between 0 and 1");
    }
  }

  private int one(PairComparison.Outcome outcome) throws WrongInput {
    return switch (outcome) {
      case PairComparison.Outcome.NotCompared(var error) -> throw new WrongInput(error);
      case PairComparison.Outcome.Compared(var comparison) -> {
        tell(comparison);
        yield (comparison.match() ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
      }
    };
  }

  private void tell(FaceComparison comparison) {
    facts.tell(
        String.format(
            Locale.ROOT,
            "%s: score %.4f, threshold %.4f",
            comparison.match() ? "match" : "no match",
            comparison.score(),
            comparison.threshold()),
        Facts.object()
            .put("match", comparison.match())
            .put("score", comparison.score())
            .put("threshold", comparison.threshold())
            .put("algorithm", comparison.algorithm()));
  }

  private int table(PairComparison comparison, Path file)
      throws IOException, InterruptedException, WrongInput {
    PrintWriter out = spec.commandLine().getOut();
    int notCompared;
    try {
      notCompared = comparison.comparePairs(file, out);
    } catch (CharacterCodingException notText) {
      throw new WrongInput(file + " is not UTF-8");
    }
    out.flush();
    if (notCompared > 0) {
      facts.complain(notCompared + " pairs were not compared; the column 'error' says why");
    }
    return (notCompared == 0 ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }
}
