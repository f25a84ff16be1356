package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceModels;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The option {@code --models} of every command that looks at faces, and the opening of the nets.
 */
final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "face models (default: models/ in HALL24_DATA)")
  private Optional<Path> folder = Optional.empty();

  ModelsOption() {}

  FaceModels load() throws CannotOpen {
    return switch (FaceModels.load(folder.orElseGet(() -> DataHome.find().resolve("models")))) {
      case FaceModels.Loading.Unusable(var _, var problem) ->
          throw new CannotOpen(problem, "nothing was compared");
      case FaceModels.Loading.Loaded(var loaded) -> loaded;
    };
  }

  FaceDesk open(HallClock clock) throws CannotOpen, InterruptedException {
    return open(load(), clock);
  }

  static FaceDesk open(FaceModels models, HallClock clock) throws CannotOpen, InterruptedException {
    return switch (FaceDesk.open(models, clock)) {
      case FaceDesk.Opening.Opened(var desk) -> desk;
      case FaceDesk.Opening.Failed(var detail) ->
          throw new CannotOpen(detail, "nothing was compared");
    };
  }
}
