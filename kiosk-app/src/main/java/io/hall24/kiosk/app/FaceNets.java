package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceModels;
import java.nio.file.Path;

/** Opens the face nets for a command. */
final class FaceNets {
  private FaceNets() {}

  static FaceDesk open(Path models, HallClock clock) throws CannotOpen, InterruptedException {
    return switch (FaceModels.load(models)) {
      case FaceModels.Loading.Unusable(var _, var problem) ->
          throw new CannotOpen(problem, "nothing was compared");
      case FaceModels.Loading.Loaded(var loaded) ->
          switch (FaceDesk.open(loaded, clock)) {
            case FaceDesk.Opening.Opened(var desk) -> desk;
            case FaceDesk.Opening.Failed(var detail) ->
                throw new CannotOpen(detail, "nothing was compared");
          };
    };
  }
}
