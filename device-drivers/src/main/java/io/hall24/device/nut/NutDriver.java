package io.hall24.device.nut;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.time.Duration;

/** Driver {@code nut-ups}: any UPS that Network UPS Tools knows. */
public final class NutDriver implements DeviceDriver {
  static final String HOST = "host";
  static final String PORT = "port";
  static final String UPS = "ups";
  static final String LOW_CHARGE = "low-charge";
  static final String LOW_RUNTIME = "low-runtime-seconds";

  @Override
  public String name() {
    return "nut-ups";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.POWER_SOURCE;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(UPS, SettingsSpec.Type.TEXT, "name of the UPS in upsd's ups.conf"),
        Setting.withDefault(HOST, SettingsSpec.Type.TEXT, "127.0.0.1", "where upsd runs"),
        Setting.withDefault(PORT, SettingsSpec.Type.NUMBER, "3493", "TCP port of upsd"),
        Setting.withDefault(
            LOW_CHARGE,
            SettingsSpec.Type.NUMBER,
            "30",
            "percent of charge below which nothing new is begun on battery"),
        Setting.withDefault(
            LOW_RUNTIME,
            SettingsSpec.Type.NUMBER,
            "300",
            "seconds of run time below which nothing new is begun on battery"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new NutUps(
        id,
        new NutUps.Setup(
            settings.text(HOST),
            settings.number(PORT),
            settings.text(UPS),
            new UpsReading(
                settings.number(LOW_CHARGE), Duration.ofSeconds(settings.number(LOW_RUNTIME)))),
        clock);
  }
}
