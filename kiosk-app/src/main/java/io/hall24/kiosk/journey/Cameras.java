package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Frame;
import io.hall24.device.supervision.SupervisedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cameras of a terminal: the usual one, and perhaps a lower one for people who sit or are
 * small. All are at rest until somebody consented, and all rest when it is decided.
 */
public final class Cameras {
  /** As long as no face is seen before the next camera is tried. */
  static final Duration UNSEEN = Duration.ofMillis(1500);

  private static final Duration FRAME = Duration.ofSeconds(2);

  private final List<SupervisedDevice<Camera>> all;

  /**
   * @param usual looks first
   * @param lower where the terminal has one
   */
  public Cameras(SupervisedDevice<Camera> usual, Optional<SupervisedDevice<Camera>> lower) {
    List<SupervisedDevice<Camera>> both = new ArrayList<>(List.of(usual));
    lower.ifPresent(both::add);
    all = List.copyOf(both);
  }

  /** Whether a picture can be taken now. */
  public boolean anyOpen() {
    return all.stream().anyMatch(SupervisedDevice::isOpen);
  }

  /** Opens all of them; one that opens is enough. */
  Attempt<String> wake() throws InterruptedException {
    List<Attempt<String>> opened = new ArrayList<>();
    for (SupervisedDevice<Camera> camera : all) {
      opened.add(camera.wake());
    }
    return opened.stream()
        .filter(Attempt.Done.class::isInstance)
        .findFirst()
        .orElseGet(opened::getFirst);
  }

  /** Closes all of them. */
  void rest() throws InterruptedException {
    for (SupervisedDevice<Camera> camera : all) {
      camera.rest();
    }
  }

  /** Begins to look for one person. */
  Gaze gaze() {
    return new Gaze();
  }

  /** Which camera looks at a person now: that which sees them. */
  final class Gaze {
    private int looking;
    private Optional<Long> unseenSince = Optional.empty();

    private Gaze() {}

    /** The next frame; of another camera when the one that looks has none any more. */
    Attempt<Frame> nextFrame() throws InterruptedException {
      Attempt<Frame> frame = all.get(looking).call(FRAME, Camera::nextFrame);
      if (!(frame instanceof Attempt.Failed<Frame>(DeviceFailure lost)) || all.size() == 1) {
        return frame;
      }
      turn();
      return all.get(looking).call(FRAME, Camera::nextFrame) instanceof Attempt.Done<Frame> other
          ? other
          : Attempt.failed(lost);
    }

    /**
     * Takes in whether the last frame that was looked at shows a face.
     *
     * @param nanos monotonic time that passes for the person
     */
    void saw(boolean face, long nanos) {
      if (face) {
        unseenSince = Optional.empty();
      } else if (unseenSince.isEmpty()) {
        unseenSince = Optional.of(nanos);
      } else if (nanos - unseenSince.get() >= UNSEEN.toNanos()) {
        turn();
      }
    }

    private void turn() {
      looking = (looking + 1) % all.size();
      unseenSince = Optional.empty();
    }
  }
}
