package io.hall24.kiosk.ops.maintenance;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.Frame;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks through the camera. Pictures are shown and measured while they last, and none is kept. */
public final class CameraTest {
  private static final Duration ONE_PICTURE = Duration.ofSeconds(2);
  private static final double SECOND = 1e9;
  private static final int EVERY = 101;
  private static final double FULL = 255;
  private final SupervisedDevice<Camera> camera;
  private final HallClock clock;

  public CameraTest(SupervisedDevice<Camera> camera, HallClock clock) {
    this.camera = camera;
    this.clock = clock;
  }

  /**
   * What was seen so far.
   *
   * @param width of the last picture, pixels
   * @param height of the last picture, pixels
   * @param perSecond pictures a second, by the times at which they were taken
   * @param brightness mean of the last picture (ITU-R BT.601 luma), percent
   */
  public record Reading(int pictures, int width, int height, double perSecond, int brightness) {
    static final Reading NONE = new Reading(0, 0, 0, 0, 0);
  }

  /** How it ended. */
  public sealed interface Outcome {
    /** Pictures came until the end. */
    record Seen(Reading reading) implements Outcome {}

    /**
     * They did not come, or came no more.
     *
     * @param reading until then
     * @param detail for a technician
     */
    record Blind(Reading reading, String detail) implements Outcome {}
  }

  /**
   * Looks until the time is over or the calling thread is interrupted, which is how staff end it;
   * the camera is at rest afterwards.
   *
   * @param preview shows a picture; reads it during the call only
   * @param readings is told after each picture
   */
  public Outcome run(Duration atMost, Consumer<Frame> preview, Consumer<Reading> readings)
      throws InterruptedException {
    long end = clock.nanoTime() + atMost.toNanos();
    Reading reading = Reading.NONE;
    long first = 0;
    try {
      if (camera.wake() instanceof Attempt.Failed<String>(var failure)) {
        return new Outcome.Blind(reading, failure.detail());
      }
      while (clock.nanoTime() - end < 0) {
        switch (camera.call(ONE_PICTURE, Camera::nextFrame)) {
          case Attempt.Failed<Frame>(var failure) -> {
            return new Outcome.Blind(reading, failure.detail());
          }
          case Attempt.Done<Frame>(var frame) -> {
            first = reading.pictures() == 0 ? frame.capturedAtNanos() : first;
            preview.accept(frame);
            reading = after(reading, frame, frame.capturedAtNanos() - first);
            readings.accept(reading);
          }
        }
      }
      return new Outcome.Seen(reading);
    } catch (InterruptedException endedByStaff) {
      return new Outcome.Seen(reading);
    } finally {
      camera.rest();
    }
  }

  private static Reading after(Reading before, Frame frame, long nanos) {
    int pictures = before.pictures() + 1;
    return new Reading(
        pictures,
        frame.width(),
        frame.height(),
        nanos > 0 ? (pictures - 1) * SECOND / nanos : 0,
        brightness(frame));
  }

  private static int brightness(Frame frame) {
    long pixels = (long) frame.width() * frame.height();
    double sum = 0;
    long taken = 0;
    for (long pixel = 0; pixel < pixels; pixel += EVERY) {
      sum +=
          0.114 * at(frame, 3 * pixel)
              + 0.587 * at(frame, 3 * pixel + 1)
              + 0.299 * at(frame, 3 * pixel + 2);
      taken++;
    }
    return (int) Math.round(100 * sum / (FULL * Math.max(1, taken)));
  }

  private static int at(Frame frame, long index) {
    return Byte.toUnsignedInt(frame.bgr().get(ValueLayout.JAVA_BYTE, index));
  }
}
