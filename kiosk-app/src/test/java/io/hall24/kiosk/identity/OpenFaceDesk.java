package io.hall24.kiosk.identity;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.face.FaceModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The desk with the real nets, for tests; fails when models or portraits are not there. */
public final class OpenFaceDesk {
  private static Optional<FaceDesk> opened = Optional.empty();

  private OpenFaceDesk() {}

  /** The folder that holds models and portraits. */
  public static Path data() {
    return Optional.ofNullable(System.getenv("HALL24_DATA"))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache", "hall24"));
  }

  public static Path portrait(String name) {
    Path file = data().resolve("faces").resolve(name + ".jpg");
    if (!Files.isReadable(file)) {
      throw new AssertionError("no portrait " + file + "; set HALL24_DATA");
    }
    return file;
  }

  /** One desk for all tests of this process: opening it costs seconds. */
  public static synchronized FaceDesk desk() throws InterruptedException {
    if (opened.isEmpty()) {
      opened = Optional.of(open());
    }
    return opened.get();
  }

  private static FaceDesk open() throws InterruptedException {
    return switch (FaceModels.load(data().resolve("models"))) {
      case FaceModels.Loading.Unusable(var file, var problem) -> throw new AssertionError(problem);
      case FaceModels.Loading.Loaded(var models) ->
          switch (FaceDesk.open(models, HallClock.system())) {
            case FaceDesk.Opening.Failed(var detail) -> throw new AssertionError(detail);
            case FaceDesk.Opening.Opened(var desk) -> desk;
          };
    };
  }

  public static Enrolment enrol(byte[] picture, ErasableMemory memory) throws InterruptedException {
    return desk().enrol(new ChipPhoto("image/jpeg", memory.absorb(picture.clone())), memory);
  }

  public static Enrolment.Enrolled enrolled(String portrait, ErasableMemory memory)
      throws IOException, InterruptedException {
    Enrolment enrolment = enrol(Files.readAllBytes(portrait(portrait)), memory);
    if (enrolment instanceof Enrolment.Enrolled enrolled) {
      return enrolled;
    }
    throw new AssertionError(portrait + ": " + enrolment);
  }
}
