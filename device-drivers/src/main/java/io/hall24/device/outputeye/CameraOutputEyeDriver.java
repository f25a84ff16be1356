package io.hall24.device.outputeye;

import io.hall24.device.Camera;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.time.HallClock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Driver {@code camera-output-eye}: set like a camera, with more pixels and their size. */
public final class CameraOutputEyeDriver implements DeviceDriver {
  private static final String DPI = "dpi";

  /**
   * Where a camera over paper differs from one before people: it needs the pixels rather than the
   * pictures, and sees the same empty bed for hours.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of("width", "3840", "height", "2160", "fps", "10", "slowest-fps", "1", "frozen-ms", "0");

  private final JavacvCameraDriver cameras = new JavacvCameraDriver();

  @Override
  public String name() {
    return "camera-output-eye";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_EYE;
  }

  /** A recording is no eye: it would see a good sheet in an empty output. */
  @Override
  public boolean simulated(Map<String, String> settings) {
    Map<String, String> camera = new HashMap<>(settings);
    camera.remove(DPI);
    return cameras.simulated(camera);
  }

  @Override
  public SettingsSpec settings() {
    Setting dpi =
        Setting.required(
            DPI,
            SettingsSpec.Type.NUMBER,
            "pixels of its picture on an inch of a sheet in the output, within a tenth");
    return new SettingsSpec(
        Stream.concat(
                cameras.settings().settings().stream().map(CameraOutputEyeDriver::ours),
                Stream.of(dpi))
            .toList());
  }

  private static Setting ours(Setting setting) {
    String fallback = DEFAULTS.get(setting.name());
    return fallback == null
        ? setting
        : Setting.withDefault(setting.name(), setting.type(), fallback, setting.meaning());
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new CameraOutputEye(
        id, (Camera) cameras.create(id, settings, clock), settings.number(DPI));
  }
}
