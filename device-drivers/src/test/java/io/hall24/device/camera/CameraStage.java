package io.hall24.device.camera;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What tests of cameras do over and over. */
final class CameraStage {
  static final HallClock CLOCK = HallClock.system();

  private CameraStage() {}

  static Camera camera(Map<String, String> values) {
    DeviceDriver driver =
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals("javacv-camera"))
            .findFirst()
            .orElseThrow();
    return (Camera)
        driver.create(new DeviceId("face-camera"), driver.settings().resolve(values), CLOCK);
  }

  static Process ffmpeg(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }

  static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(var value) -> value;
      case Attempt.Failed<T>(var failure) -> throw new AssertionError(failure.toString());
    };
  }

  static DeviceFailure failure(Attempt<?> attempt) {
    return switch (attempt) {
      case Attempt.Done<?>(var value) -> throw new AssertionError("unexpected: " + value);
      case Attempt.Failed<?>(var failure) -> failure;
    };
  }
}
