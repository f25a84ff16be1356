package io.hall24.device.camera;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * A camera through FFmpeg. A thread of its own grabs, so that no call outlasts its patience even
 * when FFmpeg blocks; such a thread ends as soon as FFmpeg lets go.
 */
final class FfmpegCamera implements Camera {
  private static final Duration ENDING = Duration.ofMillis(500);

  private final DeviceId id;
  private final CameraSource source;
  private final HallClock clock;
  private Optional<FrameRing> ring = Optional.empty();
  private Optional<Thread> grabbing = Optional.empty();
  private String description = "";

  FfmpegCamera(DeviceId id, CameraSource source, HallClock clock) {
    this.id = id;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CAMERA;
  }

  /** A recording is not a person before a camera. */
  @Override
  public boolean simulated() {
    return !source.live();
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (ring.isPresent()) {
      return Attempt.done(description);
    }
    Optional<DeviceFailure> absence = source.absence();
    if (absence.isPresent()) {
      return Attempt.failed(absence.get());
    }
    if (!ended(patience.remaining())) {
      return Attempt.failed(
          new DeviceFailure.Busy("FFmpeg still holds " + source.address() + " from before"));
    }
    FrameRing fresh = new FrameRing(clock, new PictureWatch(clock, source.limits()));
    ring = Optional.of(fresh);
    grabbing =
        Optional.of(
            Thread.ofPlatform()
                .name("camera-" + id)
                .daemon()
                .start(new Grabbing(source, fresh, clock)));
    Attempt<String> opened = fresh.awaitFirst(patience).map(this::describe);
    if (opened instanceof Attempt.Done<String>(var text)) {
      description = text;
    } else {
      close();
    }
    return opened;
  }

  private String describe(Frame first) {
    return "FFmpeg "
        + source.format().map(format -> format + " ").orElse("")
        + source.address()
        + ", "
        + first.width()
        + "x"
        + first.height();
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return ring.map(open ->
            open.trouble()
                .<Attempt<String>>map(Attempt::failed)
                .orElseGet(() -> Attempt.done(description)))
        .orElseGet(FfmpegCamera::notOpen);
  }

  @Override
  public Attempt<Frame> nextFrame(Patience patience) {
    return ring.map(open -> open.take(patience)).orElseGet(FfmpegCamera::notOpen);
  }

  private static <T> Attempt<T> notOpen() {
    return Attempt.failed(new DeviceFailure.Offline("the camera is not open"));
  }

  @Override
  public void close() {
    ring.ifPresent(FrameRing::close);
    ring = Optional.empty();
    var _ = ended(ENDING);
  }

  /** Waits for the grabbing thread's end; true when none is left. */
  private boolean ended(Duration atMost) {
    try {
      if (grabbing.isPresent() && !grabbing.get().join(atMost)) {
        return false;
      }
      grabbing = Optional.empty();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
