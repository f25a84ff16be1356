package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceId;
import io.hall24.device.Frame;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.wear.Belongings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pictures through FFmpeg, as fast as it makes them, the camera opened anew now and then: what they
 * leave behind, on the heap and off it.
 */
final class CameraBench implements Benchmark {
  private static final int FRAMES = 100_000;
  private static final int OPENINGS = 60;
  private static final int NOTES = 300;

  /** Of so many pictures the wait for one is kept, for what is kept counts as left behind. */
  private static final int TIMED = 10;

  /** The smallest block that the C library gives out takes 32 bytes: a leak is at least that. */
  private static final int MOST_BYTES_A_PICTURE = 16;

  /** Java's heap is in it, which grows before it is collected. */
  private static final long MORE_KILOBYTES = 8 * 1_024;

  private static final long MORE_FILES = 2;
  private static final long MORE_THREADS = 1;
  private static final Duration OPENING = Duration.ofSeconds(20);

  /** A machine that is busy with other things is no camera that has failed. */
  private static final Duration NEXT = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "camera";
  }

  @Override
  public String summary() {
    return "pictures of a camera, and what they leave behind (--size, default " + FRAMES + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    int frames = Math.max(NOTES, setting.size().orElse(FRAMES));
    HallClock clock = setting.clock();
    var belongings = new Belongings();
    List<Long> waits = new ArrayList<>();
    int pictures = 0;
    for (int opening = 0; opening < OPENINGS; opening++) {
      try (Camera camera = camera(clock)) {
        open(camera, clock);
        for (int i = 0; i < frames / OPENINGS; i++) {
          long begin = clock.nanoTime();
          next(camera, clock);
          pictures++;
          if (pictures % TIMED == 0) {
            waits.add(clock.nanoTime() - begin);
          }
          if (pictures % (frames / NOTES) == 0) {
            belongings.note();
          }
        }
      }
      setting
          .progress()
          .accept(
              pictures
                  + " of "
                  + frames
                  + " pictures, "
                  + belongings.last().kilobytes()
                  + " kB resident, "
                  + belongings.last().nativeBytes()
                  + " bytes of native code");
    }
    return new Findings(
        List.of(Timing.of("next picture, 160x120", waits)),
        List.of(
            new Criterion(
                "native bytes more a picture, second half of " + pictures + ", by trend",
                belongings.trend(Belongings.Note::nativeBytes) / (frames / 2.0),
                MOST_BYTES_A_PICTURE),
            new Criterion(
                "resident kB more, likewise",
                belongings.trend(Belongings.Note::kilobytes),
                MORE_KILOBYTES),
            new Criterion("open files more", belongings.trend(Belongings.Note::files), MORE_FILES),
            new Criterion(
                "threads more", belongings.trend(Belongings.Note::threads), MORE_THREADS)));
  }

  private static void open(Camera camera, HallClock clock) throws CannotOpen {
    if (camera.open(Patience.of(OPENING, clock)) instanceof Attempt.Failed<String>(var failure)) {
      throw new CannotOpen("the camera does not open: " + failure.detail(), "look at FFmpeg");
    }
  }

  private static void next(Camera camera, HallClock clock) throws CannotOpen {
    if (camera.nextFrame(Patience.of(NEXT, clock)) instanceof Attempt.Failed<Frame>(var failure)) {
      throw new CannotOpen("no picture: " + failure.detail(), "run it again");
    }
  }

  /**
   * FFmpeg's own moving test picture, small and at a rate that no camera has: what leaks is
   * counted.
   */
  private static Camera camera(HallClock clock) {
    var driver = new JavacvCameraDriver();
    var settings =
        driver
            .settings()
            .resolve(
                Map.of(
                    "source",
                    "testsrc=size=160x120:rate=2000",
                    "format",
                    "lavfi",
                    "stale-ms",
                    Long.toString(NEXT.toMillis())));
    return (Camera) driver.create(new DeviceId("camera"), settings, clock);
  }
}
