package io.hall24.device.camera;

import static io.hall24.device.camera.CameraStage.CLOCK;
import static io.hall24.device.camera.CameraStage.camera;
import static io.hall24.device.camera.CameraStage.done;
import static io.hall24.device.camera.CameraStage.failure;
import static io.hall24.device.camera.CameraStage.ffmpeg;
import static io.hall24.device.camera.CameraStage.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The camera adapter on recordings. */
class FfmpegCameraTest {
  @TempDir private Path folder;

  @Test
  void readsAnImageSequenceTopDownInBlueGreenRed() throws IOException {
    writeSequence(3);
    try (Camera camera = sequenceCamera(10)) {
      assertEquals("FFmpeg image2 " + folder + "/f%03d.jpg, 64x48", done(camera.open(seconds(10))));
      Frame frame = done(camera.nextFrame(seconds(2)));
      assertEquals(64, frame.width());
      assertEquals(48, frame.height());
      assertNear(Color.RED, frame, 5, 5);
      assertNear(Color.BLUE, frame, 60, 44);
      assertTrue(camera.simulated(), "a recording is no camera");
    }
  }

  @Test
  void pacesARecordingAtItsRateAndEndsItWithAFailure() throws IOException {
    writeSequence(6);
    try (Camera camera = sequenceCamera(20)) {
      done(camera.open(seconds(10)));
      List<Frame> frames = new ArrayList<>();
      Attempt<Frame> next = camera.nextFrame(seconds(2));
      while (next instanceof Attempt.Done<Frame>(var frame)) {
        frames.add(frame);
        next = camera.nextFrame(seconds(2));
      }
      var over = assertInstanceOf(DeviceFailure.Offline.class, failure(next));
      assertTrue(over.detail().endsWith("is over after 6 pictures"), over.detail());
      assertEquals(5, frames.getLast().sequence());
      long taken = frames.getLast().capturedAtNanos() - frames.getFirst().capturedAtNanos();
      long intervals = 5 - frames.getFirst().sequence();
      assertTrue(taken > intervals * 50_000_000L - 20_000_000L, taken + " ns");
      assertInstanceOf(Attempt.Failed.class, camera.probe(seconds(1)));
    }
  }

  @Test
  void loopsARecording() throws IOException {
    writeSequence(3);
    try (Camera camera =
        camera(Map.of("source", folder + "/f%03d.jpg", "fps", "50", "loop", "true"))) {
      done(camera.open(seconds(10)));
      Frame frame = done(camera.nextFrame(seconds(2)));
      while (frame.sequence() < 8) {
        frame = done(camera.nextFrame(seconds(2)));
      }
      assertInstanceOf(Attempt.Done.class, camera.probe(seconds(1)));
    }
  }

  @Test
  void readsAVideoFile() throws Exception {
    Path video = folder.resolve("test.mkv");
    String green = "color=green:size=320x240:rate=25";
    Process ffmpeg =
        ffmpeg("-f", "lavfi", "-i", green, "-frames:v", "10", "-c:v", "mjpeg", video.toString());
    assertEquals(0, ffmpeg.waitFor(), "ffmpeg writes the video");
    try (Camera camera = camera(Map.of("source", video.toString()))) {
      done(camera.open(seconds(10)));
      Frame frame = done(camera.nextFrame(seconds(2)));
      assertEquals(320, frame.width());
      assertNear(new Color(0, 128, 0), frame, 160, 120);
    }
  }

  @Test
  void absentDeviceIsReportedAtOnce() {
    try (Camera camera = camera(Map.of("source", "/dev/video99"))) {
      long before = CLOCK.nanoTime();
      assertInstanceOf(DeviceFailure.NoDevice.class, failure(camera.open(seconds(10))));
      assertTrue(CLOCK.nanoTime() - before < 1_000_000_000L);
      assertFalse(camera.simulated());
      assertInstanceOf(DeviceFailure.Offline.class, failure(camera.nextFrame(seconds(1))));
    }
  }

  @Test
  void sequenceWithoutPicturesIsNoDevice() {
    try (Camera camera = sequenceCamera(30)) {
      assertInstanceOf(DeviceFailure.NoDevice.class, failure(camera.open(seconds(10))));
    }
  }

  @Test
  void fileThatIsNoVideoIsAnError() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mkv"), "not a video");
    try (Camera camera = camera(Map.of("source", text.toString()))) {
      assertInstanceOf(DeviceFailure.HardwareError.class, failure(camera.open(seconds(10))));
    }
  }

  @Test
  void framesStayValidUntilTheThirdCallAfter() throws IOException {
    writeSequence(12);
    try (Camera camera = sequenceCamera(20)) {
      done(camera.open(seconds(10)));
      Frame first = done(camera.nextFrame(seconds(2)));
      byte[] before = first.bgr().toArray(ValueLayout.JAVA_BYTE);
      done(camera.nextFrame(seconds(2)));
      Frame third = done(camera.nextFrame(seconds(2)));
      assertTrue(first.sequence() < third.sequence());
      // Two more pictures come in this time, and have only one buffer left that they may use.
      while (CLOCK.nanoTime() < third.capturedAtNanos() + 120_000_000L) {
        Thread.onSpinWait();
      }
      assertEquals(-1, MemorySegment.ofArray(before).mismatch(first.bgr()));
    }
  }

  @Test
  void closingWhileARecordingBeginsAgainIsHarmless() throws IOException {
    writeSequence(1);
    var settings = Map.of("source", folder + "/f%03d.jpg", "fps", "5", "loop", "true");
    for (int i = 0; i < 20; i++) {
      try (Camera camera = camera(settings)) {
        done(camera.open(seconds(10)));
        done(camera.nextFrame(seconds(2)));
      }
    }
  }

  @Test
  void closingTakesThePicturesAway() throws IOException {
    writeSequence(5);
    Camera camera = sequenceCamera(20);
    done(camera.open(seconds(10)));
    Frame frame = done(camera.nextFrame(seconds(2)));
    camera.close();
    camera.close();
    assertThrows(IllegalStateException.class, () -> frame.bgr().get(ValueLayout.JAVA_BYTE, 0));
    assertInstanceOf(Attempt.Done.class, camera.open(seconds(10)), "it opens again");
    camera.close();
  }

  private void writeSequence(int pictures) throws IOException {
    for (int i = 1; i <= pictures; i++) {
      BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = image.createGraphics();
      pen.setColor(Color.RED);
      pen.fillRect(0, 0, 64, 24);
      pen.setColor(Color.BLUE);
      pen.fillRect(0, 24, 64, 24);
      pen.setColor(Color.WHITE);
      pen.fillRect(16 + 3 * i, 8, 8, 32);
      pen.dispose();
      ImageIO.write(image, "jpg", folder.resolve("f%03d.jpg".formatted(i)).toFile());
    }
  }

  private Camera sequenceCamera(int fps) {
    return camera(Map.of("source", folder + "/f%03d.jpg", "fps", Integer.toString(fps)));
  }

  private static void assertNear(Color expected, Frame frame, int x, int y) {
    long at = 3L * (y * frame.width() + x);
    assertChannel(expected.getBlue(), frame, at);
    assertChannel(expected.getGreen(), frame, at + 1);
    assertChannel(expected.getRed(), frame, at + 2);
  }

  private static void assertChannel(int expected, Frame frame, long at) {
    int found = frame.bgr().get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    assertTrue(Math.abs(expected - found) < 12, "expected " + expected + " but was " + found);
  }
}
