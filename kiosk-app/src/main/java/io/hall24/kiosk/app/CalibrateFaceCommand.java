package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.config.Calibrated;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.ops.PairComparison;
import io.hall24.kiosk.ops.calibration.CurvePicture;
import io.hall24.kiosk.ops.calibration.FaceCalibration;
import io.hall24.kiosk.ops.calibration.LabelledPairs;
import io.hall24.kiosk.ops.calibration.LabelledScores;
import io.hall24.kiosk.ops.calibration.Proportion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hall24 calibrate-face}: thresholds from labelled pairs of pictures. */
@Command(
    name = "calibrate-face",
    description = {
      "Finds thresholds for false-match rates on labelled pairs, each rate with its 95 %% interval"
          + " (Clopper-Pearson), and the threshold for a whole visit.",
      "FMR: pairs of two people that match. FNMR: pairs of one person that do not."
    },
    mixinStandardHelpOptions = true)
final class CalibrateFaceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "LABELLED.csv",
      description =
          "lines a,b,label or a,b,label,group without a header; the label is same or different")
  private Optional<Path> pairs = Optional.empty();

  @Option(
      names = "--visit-rate",
      paramLabel = "RATE",
      defaultValue = "0.001",
      description =
          "false-match rate of a whole visit, in the hardest group (default: ${DEFAULT-VALUE})")
  private double visitRate = 0.001;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "3",
      description = "comparisons in a visit (default: ${DEFAULT-VALUE})")
  private int attempts = FacePolicy.standard().attempts();

  @Option(
      names = "--calibration",
      paramLabel = "FILE.yaml",
      description = "leaves the visit's threshold for identity.calibration of a profile")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--curve", paramLabel = "FILE.png", description = "draws the curve of errors")
  private Optional<Path> curve = Optional.empty();

  @Option(
      names = "--card-portraits",
      description =
          "takes the second picture of each pair as a card would hold it: 102 x 126 pixels,"
              + " a JPEG of quality 60")
  private boolean cardPortraits;

  @Mixin private final ModelsOption models = new ModelsOption();

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  CalibrateFaceCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException, WrongInput, CannotOpen {
    if (!(visitRate > 0 && visitRate < 1) || attempts < 1) {
      throw new ParameterException(
          spec.commandLine(), "--visit-rate is between 0 and 1, --attempts at least 1");
    }
    LabelledPairs table = read(pairs.orElseThrow());
    FaceModels nets = models.load();
    LabelledPairs.Comparison compared = compared(table, nets);
    compared.notCompared().forEach(facts::complain);
    FaceCalibration calibration = calibration(compared.scored());
    tell(calibration, nets.algorithm(), compared.acquisition());
    if (file.isPresent()) {
      Files.writeString(file.get(), calibrated(calibration, nets.algorithm()).yaml());
    }
    if (curve.isPresent()) {
      new CurvePicture(calibration).write(curve.get());
    }
    boolean whole = compared.notCompared().isEmpty() && calibration.supported();
    return (whole ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }

  private static LabelledPairs read(Path table) throws IOException, WrongInput {
    if (!Files.isReadable(table) || Files.isDirectory(table)) {
      throw new WrongInput(table + " cannot be read");
    }
    try {
      return switch (LabelledPairs.read(table)) {
        case LabelledPairs.Reading.Read(var read) -> read;
        case LabelledPairs.Reading.Faulty(var line, var problem) ->
            throw new WrongInput(table + ":" + line + ": " + problem);
      };
    } catch (CharacterCodingException notText) {
      throw new WrongInput(table + " is not UTF-8");
    }
  }

  private LabelledPairs.Comparison compared(LabelledPairs table, FaceModels nets)
      throws InterruptedException, CannotOpen {
    try (FaceDesk desk = ModelsOption.open(nets, HallClock.system());
        var faces = new PairComparison(desk, FacePolicy.standard().threshold(), second())) {
      return table.compare(faces);
    }
  }

  private PairComparison.Taken second() {
    return cardPortraits ? PairComparison.Taken.AS_CARD_PORTRAIT : PairComparison.Taken.AS_IT_IS;
  }

  private FaceCalibration calibration(List<LabelledScores.Scored> scored) throws WrongInput {
    boolean bothLabels =
        scored.stream().anyMatch(LabelledScores.Scored::samePerson)
            && scored.stream().anyMatch(pair -> !pair.samePerson());
    if (!bothLabels) {
      throw new WrongInput("pairs of one person and pairs of two people are needed");
    }
    return new FaceCalibration(new LabelledScores(scored), visitRate, attempts);
  }

  private Calibrated calibrated(FaceCalibration calibration, String algorithm) {
    // Rounded up to the file's four digits: never laxer than what was measured.
    double threshold = Math.ceil(calibration.recommended().threshold() * 10_000) / 10_000;
    return new Calibrated(algorithm, threshold, visitRate, attempts, calibration.supported());
  }

  private void tell(
      FaceCalibration calibration, String algorithm, PairComparison.Acquisition acquisition) {
    facts.tell(
        "rate      threshold  FMR in the hardest group                  FNMR",
        Facts.object()
            .put("algorithm", algorithm)
            .put("visitRate", visitRate)
            .put("attempts", attempts));
    for (FaceCalibration.Point point : calibration.table()) {
      facts.tell(line(point), json(point));
    }
    tell(acquisition);
    FaceCalibration.Point hundredth = calibration.pointFor(0.01);
    facts.tell(
        "true accepts at 1 % false matches: " + words(hundredth.trueMatches()),
        Facts.object().<ObjectNode>set("trueAcceptsAtOnePercent", json(hundredth.trueMatches())));
    FaceCalibration.Point chosen = calibration.recommended();
    String hardest = calibration.scores().hardest(chosen.threshold());
    facts.tell(
        String.format(
            Locale.ROOT,
            "a visit of %d attempts at %s: threshold %.4f%s%s",
            attempts,
            number(visitRate),
            chosen.threshold(),
            hardest.isEmpty() ? "" : ", hardest group " + hardest,
            calibration.supported() ? "" : "; too few pairs to support it"),
        json(chosen)
            .put("forVisit", true)
            .put("hardestGroup", hardest)
            .put("supported", calibration.supported()));
  }

  private void tell(PairComparison.Acquisition acquisition) {
    var failures = new Proportion(acquisition.failures(), acquisition.pictures());
    ObjectNode json = Facts.object();
    json.set("failuresToAcquire", json(failures));
    ObjectNode reasons = Facts.object();
    acquisition.refused().forEach(reasons::put);
    json.set("reasons", reasons);
    facts.tell(
        "failures to acquire: "
            + words(failures)
            + acquisition.refused().entrySet().stream()
                .map(reason -> ", " + reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining()),
        json);
  }

  private static String line(FaceCalibration.Point point) {
    return String.format(
        Locale.ROOT,
        "%-8s  %9.4f  %-40s  %s",
        number(point.rate()),
        point.threshold(),
        words(point.falseMatches()),
        words(point.falseNonMatches()));
  }

  private static String words(Proportion counted) {
    var interval = counted.exact();
    return String.format(
        Locale.ROOT,
        "%.5f [%.5f %.5f] %d/%d",
        counted.share(),
        interval.low(),
        interval.high(),
        counted.hits(),
        counted.trials());
  }

  private static String number(double rate) {
    return String.format(Locale.ROOT, rate < 0.001 ? "%.0e" : "%s", rate);
  }

  private static ObjectNode json(FaceCalibration.Point point) {
    ObjectNode json = Facts.object().put("rate", point.rate()).put("threshold", point.threshold());
    json.set("falseMatches", json(point.falseMatches()));
    json.set("falseNonMatches", json(point.falseNonMatches()));
    return json;
  }

  private static ObjectNode json(Proportion counted) {
    return Facts.object()
        .put("hits", counted.hits())
        .put("trials", counted.trials())
        .put("share", counted.share())
        .put("low", counted.exact().low())
        .put("high", counted.exact().high());
  }
}
