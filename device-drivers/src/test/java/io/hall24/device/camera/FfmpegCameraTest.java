package io.hall24.device.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegCameraTest {
  private static final HallClock CLOCK = HallClock.system();

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
  void openingNeverOutlastsPatience() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Camera camera = streamCamera(mute.getLocalPort(), 3000)) {
      long before = CLOCK.nanoTime();
      var late = failure(camera.open(Patience.of(Duration.ofMillis(300), CLOCK)));
      assertInstanceOf(DeviceFailure.TimedOut.class, late);
      assertTrue(CLOCK.nanoTime() - before < 1_500_000_000L);
    }
  }

  @Test
  void cancelledPatienceEndsTheWaiting() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Camera camera = streamCamera(mute.getLocalPort(), 3000)) {
      Patience patience = Patience.of(Duration.ofSeconds(30), CLOCK);
      Thread cancelling =
          Thread.ofPlatform()
              .start(() -> {
                while (patience.remaining().toMillis() > 29_800) {
                  Thread.onSpinWait();
                }
                patience.cancel();
              });
      assertInstanceOf(DeviceFailure.Cancelled.class, failure(camera.open(patience)));
      cancelling.join();
    }
  }

  @Test
  void streamThatStallsIsBroken() throws Exception {
    int port = freePort();
    Process server = streamServer(port);
    try (Camera camera = streamCamera(port, 700)) {
      openWhenServed(camera, server);
      done(camera.nextFrame(seconds(5)));
      assertFalse(camera.simulated());
      signal(server, "STOP");
      assertInstanceOf(DeviceFailure.HardwareError.class, firstFailure(camera));
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void streamThatBreaksOffIsBroken() throws Exception {
    int port = freePort();
    Process server = streamServer(port);
    try (Camera camera = streamCamera(port, 2000)) {
      openWhenServed(camera, server);
      server.destroyForcibly().waitFor();
      assertInstanceOf(DeviceFailure.HardwareError.class, firstFailure(camera));
      assertInstanceOf(Attempt.Failed.class, camera.probe(seconds(1)));
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void streamThatRepeatsOnePictureIsFrozen() throws Exception {
    int port = freePort();
    Process server = streamServer(port, "testsrc=size=160x120:rate=25,loop=loop=-1:size=1");
    try (Camera camera = streamCamera(port, Map.of("frozen-ms", "600"))) {
      openWhenServed(camera, server);
      assertTrue(firstFailure(camera).toString().contains("frozen"));
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void coveredLensIsNotFrozen() throws Exception {
    int port = freePort();
    Process server = streamServer(port, "color=c=black:size=160x120:rate=25");
    try (Camera camera = streamCamera(port, Map.of("frozen-ms", "200"))) {
      openWhenServed(camera, server);
      Frame first = done(camera.nextFrame(seconds(5)));
      Frame later = first;
      while (later.capturedAtNanos() - first.capturedAtNanos() < 600_000_000L) {
        later = done(camera.nextFrame(seconds(5)));
      }
      assertInstanceOf(Attempt.Done.class, camera.probe(seconds(1)));
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void cameraThatGivesTooFewPicturesIsBroken() throws Exception {
    int port = freePort();
    Process server = streamServer(port, "testsrc=size=160x120:rate=4");
    try (Camera camera = streamCamera(port, Map.of("slowest-fps", "8"))) {
      openWhenServed(camera, server);
      assertTrue(firstFailure(camera).toString().contains("at least 8 are needed"));
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void picturesAreHeldBackUntilTheExposureHasSettled() throws Exception {
    double held = firstBrightnessOfAFadingStream("1000");
    double given = firstBrightnessOfAFadingStream("0");
    assertTrue(given < 20, "without settling the first picture is dark: " + given);
    assertTrue(held > 90, "after settling it is lit: " + held);
  }

  private static double firstBrightnessOfAFadingStream(String settleMillis) throws Exception {
    int port = freePort();
    Process server = streamServer(port, "testsrc=size=160x120:rate=25,fade=in:0:15");
    try (Camera camera = streamCamera(port, Map.of("settle-ms", settleMillis))) {
      openWhenServed(camera, server);
      byte[] bgr = done(camera.nextFrame(seconds(5))).bgr().toArray(ValueLayout.JAVA_BYTE);
      long sum = 0;
      for (byte value : bgr) {
        sum += Byte.toUnsignedInt(value);
      }
      return (double) sum / bgr.length;
    } finally {
      server.destroyForcibly();
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

  private static Camera streamCamera(int port, int staleMillis) {
    return streamCamera(port, Map.of("stale-ms", Integer.toString(staleMillis)));
  }

  private static Camera streamCamera(int port, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("source", "http://127.0.0.1:" + port + "/camera");
    values.put("format", "mpjpeg");
    return camera(values);
  }

  private static Camera camera(Map<String, String> values) {
    DeviceDriver driver =
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals("javacv-camera"))
            .findFirst()
            .orElseThrow();
    return (Camera)
        driver.create(new DeviceId("face-camera"), driver.settings().resolve(values), CLOCK);
  }

  /** FFmpeg's own server of moving JPEG, for one client. */
  private static Process streamServer(int port) throws IOException {
    return streamServer(port, "testsrc=size=160x120:rate=25");
  }

  private static Process streamServer(int port, String picture) throws IOException {
    return ffmpeg(
        "-re",
        "-f",
        "lavfi",
        "-i",
        picture,
        "-f",
        "mpjpeg",
        "-listen",
        "1",
        "http://127.0.0.1:" + port + "/camera");
  }

  private static Process ffmpeg(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void openWhenServed(Camera camera, Process server) {
    Patience patience = seconds(20);
    Attempt<String> opened = camera.open(seconds(10));
    while (opened instanceof Attempt.Failed<String> && server.isAlive() && !patience.isOver()) {
      opened = camera.open(seconds(10));
    }
    done(opened);
  }

  private static DeviceFailure firstFailure(Camera camera) {
    Attempt<Frame> next = camera.nextFrame(seconds(10));
    while (next instanceof Attempt.Done<Frame>) {
      next = camera.nextFrame(seconds(10));
    }
    return failure(next);
  }

  private static void signal(Process process, String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    assertEquals(0, kill.waitFor());
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }

  private static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(var value) -> value;
      case Attempt.Failed<T>(var failure) -> throw new AssertionError(failure.toString());
    };
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return switch (attempt) {
      case Attempt.Done<?>(var value) -> throw new AssertionError("unexpected: " + value);
      case Attempt.Failed<?>(var failure) -> failure;
    };
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
