package io.hall24.device.simulated;

import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.PagePrinter;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/** Driver {@code simulated-printer}, for machines on which no IPP daemon can run. */
public final class SimulatedPrinterDriver implements DeviceDriver {
  @Override
  public String name() {
    return "simulated-printer";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PAGE_PRINTER;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required("mechanics", SettingsSpec.Type.PATH, "directory of its paper path"),
        Setting.required("command", SettingsSpec.Type.PATH, "mechanics.sh of the virtual printer"));
  }

  @Override
  public PagePrinter create(DeviceId id, Settings settings, HallClock clock) {
    return new SimulatedPrinter(
        id, new Mechanics(settings.path("mechanics")), settings.path("command"));
  }
}
