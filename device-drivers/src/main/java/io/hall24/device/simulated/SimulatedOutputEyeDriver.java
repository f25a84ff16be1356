package io.hall24.device.simulated;

import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.OutputEye;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/** Driver {@code simulated-output-eye}. */
public final class SimulatedOutputEyeDriver implements DeviceDriver {
  @Override
  public String name() {
    return "simulated-output-eye";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_EYE;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            "mechanics", SettingsSpec.Type.PATH, "directory of the virtual printer's paper path"),
        Setting.withDefault(
            "dpi", SettingsSpec.Type.NUMBER, "200", "resolution of the rasters in there"));
  }

  @Override
  public OutputEye create(DeviceId id, Settings settings, HallClock clock) {
    return new SimulatedOutputEye(
        id, new Mechanics(settings.path("mechanics")), settings.number("dpi"));
  }
}
