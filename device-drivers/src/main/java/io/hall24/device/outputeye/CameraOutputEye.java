package io.hall24.device.outputeye;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Frame;
import io.hall24.device.OutputEye;
import io.hall24.device.SheetPicture;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;

/** Looks down on a dark bed until a sheet lies still on it. */
final class CameraOutputEye implements OutputEye {
  /** How long the picture must not have changed. */
  private static final Duration STILL = Duration.ofMillis(150);

  private final DeviceId id;
  private final Camera camera;
  private final int dpi;

  /**
   * @param camera over the output
   * @param dpi its pixels on an inch of a sheet that lies there
   */
  CameraOutputEye(DeviceId id, Camera camera, int dpi) {
    this.id = id;
    this.camera = camera;
    this.dpi = dpi;
  }

  /** A picture of the bed, and when it was taken. */
  private record Glance(SheetPicture picture, long atNanos) {}

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_EYE;
  }

  @Override
  public boolean simulated() {
    return camera.simulated();
  }

  @Override
  public Attempt<String> open(Patience patience) {
    return camera.open(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return camera.probe(patience);
  }

  @Override
  public Attempt<SheetPicture> look(Patience patience) {
    Optional<Glance> before = Optional.empty();
    while (!patience.isOver()) {
      switch (camera.nextFrame(patience)) {
        case Attempt.Failed<Frame>(var failure) -> {
          return Attempt.failed(failure);
        }
        case Attempt.Done<Frame>(var frame) -> {
          if (before.isPresent()
              && frame.capturedAtNanos() - before.get().atNanos() < STILL.toNanos()) {
            continue;
          }
          Glance now =
              new Glance(
                  new SheetPicture(frame.width(), frame.height(), dpi, frame.grey()),
                  frame.capturedAtNanos());
          if (before.filter(earlier -> Bed.isStill(earlier.picture(), now.picture())).isPresent()
              && Bed.holdsSheet(now.picture())) {
            return Attempt.done(now.picture());
          }
          before = Optional.of(now);
        }
      }
    }
    return Attempt.failed(DeviceFailure.givenUp(patience, "no sheet lies still before the eye"));
  }

  @Override
  public void close() {
    camera.close();
  }
}
