package io.hall24.device.camera;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.util.Map;

/**
 * Driver {@code javacv-camera}: UVC cameras (v4l2), network streams, and recordings. A camera made
 * of a recording counts as simulated.
 */
public final class JavacvCameraDriver implements DeviceDriver {
  @Override
  public String name() {
    return "javacv-camera";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CAMERA;
  }

  /** A recording is no camera: whoever could load one would pass any face off as present. */
  @Override
  public boolean simulated(Map<String, String> settings) {
    return settings().check(settings).isEmpty()
        && !CameraSource.of(settings().resolve(settings)).live();
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            "source",
            SettingsSpec.Type.TEXT,
            "a device such as /dev/v4l/by-id/..., a video file, a pattern such as f%03d.jpg,"
                + " or a URL"),
        Setting.optional(
            "format",
            SettingsSpec.Type.TEXT,
            "FFmpeg's input format: v4l2, image2, mpjpeg, ...; else guessed"),
        Setting.withDefault(
            "width", SettingsSpec.Type.NUMBER, "640", "pixels asked of a video device"),
        Setting.withDefault(
            "height", SettingsSpec.Type.NUMBER, "480", "pixels asked of a video device"),
        Setting.withDefault(
            "fps",
            SettingsSpec.Type.NUMBER,
            "30",
            "pictures a second of a video device or image sequence"),
        Setting.withDefault(
            "loop", SettingsSpec.Type.FLAG, "false", "whether a recording begins again at its end"),
        Setting.withDefault(
            "stale-ms",
            SettingsSpec.Type.NUMBER,
            "2000",
            "a camera that gives no picture for so many milliseconds is broken"),
        Setting.withDefault(
            "frozen-ms",
            SettingsSpec.Type.NUMBER,
            "1500",
            "a live camera that gives the very same picture for so many milliseconds is broken;"
                + " 0: never"),
        Setting.withDefault(
            "settle-ms",
            SettingsSpec.Type.NUMBER,
            "500",
            "how long pictures of a live camera are held back at most until their brightness is"
                + " steady"),
        Setting.withDefault(
            "slowest-fps",
            SettingsSpec.Type.NUMBER,
            "5",
            "a live camera that gives fewer pictures a second is broken; 0: none is"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new FfmpegCamera(id, CameraSource.of(settings), clock);
  }
}
