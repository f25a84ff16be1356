package io.hall24.kiosk.app;

import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.PictureLiveness;
import java.io.IOException;
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

/** {@code hall24 check-liveness}: the passive score of pictures from a camera. */
@Command(
    name = "check-liveness",
    description = {
      "Scores pictures of a camera against presentation attacks, each and their median, as a visit"
          + " does with its frames.",
      "With --table, rates of labelled pictures in the terms of ISO/IEC 30107-3; no conformance is"
          + " claimed.",
      "The score ranks; it is not calibrated on your camera, and files made elsewhere say nothing."
    },
    mixinStandardHelpOptions = true)
final class CheckLivenessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "IMAGE", description = "pictures (JPEG, PNG, JPEG 2000)")
  private List<Path> pictures = new ArrayList<>();

  @Option(
      names = "--min",
      paramLabel = "SCORE",
      description = "lowest median, 0 to 1, that counts as live (default: ${DEFAULT-VALUE})",
      defaultValue = "0.25")
  private double min = 0.25;

  @Option(
      names = "--table",
      paramLabel = "FILE.csv",
      description = "lines picture,species without a header; the species live is no attack")
  private Optional<Path> table = Optional.empty();

  @Option(
      names = "--render",
      paramLabel = "DIR",
      description =
          "with PORTRAITs: renders people, prints and screens of them into DIR, with a table, and"
              + " rates that")
  private Optional<Path> render = Optional.empty();

  @Option(
      names = "--each",
      paramLabel = "N",
      defaultValue = "10",
      description = "with --render: pictures a species and portrait (default: ${DEFAULT-VALUE})")
  private int each = 10;

  @Mixin private final ModelsOption models = new ModelsOption();

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  CheckLivenessCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException, WrongInput, CannotOpen {
    if (!(min > 0 && min < 1)) {
      throw new ParameterException(spec.commandLine(), "--min is between 0 and 1");
    }
    for (Path picture : pictures) {
      if (!Files.isReadable(picture) || Files.isDirectory(picture)) {
        throw new WrongInput(picture + " cannot be read");
      }
    }
    if (pictures.isEmpty() == table.isEmpty() || (render.isPresent() && table.isPresent())) {
      throw new ParameterException(spec.commandLine(), "pictures, or --table with a table");
    }
    List<Double> scores = new ArrayList<>();
    try (FaceDesk desk = models.open(HallClock.system())) {
      if (table.isPresent() || render.isPresent()) {
        var rates = new AttackRates(desk, facts, min);
        return rates.of(
            table.isPresent() ? table.get() : rates.rendered(pictures, render.orElseThrow(), each));
      }
      for (Path picture : pictures) {
        score(desk, picture).ifPresent(scores::add);
      }
    }
    return conclude(scores);
  }

  private Optional<Double> score(FaceDesk desk, Path picture)
      throws IOException, InterruptedException, CannotOpen {
    try (ErasableMemory memory = new ErasableMemory()) {
      return switch (desk.liveness(memory.absorb(Files.readAllBytes(picture)))) {
        case FaceDesk.Liveness.Unavailable(var detail) ->
            throw new CannotOpen(detail, "nothing was scored");
        case FaceDesk.Liveness.Looked(PictureLiveness.NotScored(var reason)) -> {
          facts.tell(
              picture + ": " + reason.code(),
              Facts.object().put("picture", picture.toString()).put("error", reason.code()));
          yield Optional.empty();
        }
        case FaceDesk.Liveness.Looked(PictureLiveness.Scored(var live, var cues, var face)) -> {
          facts.tell(
              String.format(Locale.ROOT, "%s: %.4f", picture, live),
              Facts.object()
                  .put("picture", picture.toString())
                  .put("live", live)
                  .put("pattern", cues.pattern())
                  .put("edges", cues.edges())
                  .put("eyeDistance", face.eyeDistance())
                  .put("yaw", face.yaw())
                  .put("roll", face.rollDegrees())
                  .put("bothClosed", face.bothClosed())
                  .put("brightness", face.brightness())
                  .put("sharpness", face.sharpness()));
          yield Optional.of(live);
        }
      };
    }
  }

  private int conclude(List<Double> scores) throws WrongInput {
    if (scores.isEmpty()) {
      throw new WrongInput("no picture shows a face");
    }
    double median = scores.stream().sorted().toList().get(scores.size() / 2);
    boolean live = median >= min;
    facts.tell(
        String.format(
            Locale.ROOT,
            "%s: median %.4f of %d, least %.4f; not calibrated",
            live ? "live" : "not live",
            median,
            scores.size(),
            min),
        Facts.object()
            .put("live", live)
            .put("median", median)
            .put("pictures", scores.size())
            .put("min", min)
            .put("calibrated", false));
    return (live ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }
}
