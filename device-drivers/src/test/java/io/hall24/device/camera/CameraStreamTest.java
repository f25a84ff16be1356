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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Frame;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The camera adapter on live streams of FFmpeg's own server. */
class CameraStreamTest {
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

  private static Camera streamCamera(int port, int staleMillis) {
    return streamCamera(port, Map.of("stale-ms", Integer.toString(staleMillis)));
  }

  private static Camera streamCamera(int port, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("source", "http://127.0.0.1:" + port + "/camera");
    values.put("format", "mpjpeg");
    return camera(values);
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
}
