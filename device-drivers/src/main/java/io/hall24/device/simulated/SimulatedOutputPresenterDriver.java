package io.hall24.device.simulated;

import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.OutputPresenter;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/** Driver {@code simulated-output-presenter}. */
public final class SimulatedOutputPresenterDriver implements DeviceDriver {
  @Override
  public String name() {
    return "simulated-output-presenter";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_PRESENTER;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            "mechanics", SettingsSpec.Type.PATH, "directory of the virtual printer's paper path"));
  }

  @Override
  public OutputPresenter create(DeviceId id, Settings settings, HallClock clock) {
    return new SimulatedOutputPresenter(id, new Mechanics(settings.path("mechanics")));
  }
}
