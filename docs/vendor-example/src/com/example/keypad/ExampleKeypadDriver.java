package com.example.keypad;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/** Driver {@code example-keypad}: a pad on the network that sends one letter a key. */
public final class ExampleKeypadDriver implements DeviceDriver {
  @Override
  public String name() {
    return "example-keypad";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.KEYPAD;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.withDefault("host", SettingsSpec.Type.TEXT, "127.0.0.1", "where the pad is"),
        Setting.required("port", SettingsSpec.Type.NUMBER, "its TCP port"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new ExampleKeypad(id, settings.text("host"), settings.number("port"), clock);
  }
}
