package io.hall24.device.scanner;

import io.hall24.device.Camera;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.time.HallClock;
import java.util.Map;

/** Driver {@code camera-scanner}: a camera of its own that reads codes; set like a camera. */
public final class CameraScannerDriver implements DeviceDriver {
  private final JavacvCameraDriver cameras = new JavacvCameraDriver();

  @Override
  public String name() {
    return "camera-scanner";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CODE_SCANNER;
  }

  @Override
  public boolean simulated(Map<String, String> settings) {
    return cameras.simulated(settings);
  }

  @Override
  public SettingsSpec settings() {
    return cameras.settings();
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new CameraScanner(id, (Camera) cameras.create(id, settings, clock));
  }
}
