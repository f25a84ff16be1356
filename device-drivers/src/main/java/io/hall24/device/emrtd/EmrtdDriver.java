package io.hall24.device.emrtd;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/**
 * Driver {@code emrtd-pcsc}: contactless travel documents (ICAO Doc 9303) on any PC/SC terminal.
 */
public final class EmrtdDriver implements DeviceDriver {
  static final String TERMINAL = "terminal";
  static final String TRUST = "trust";

  @Override
  public String name() {
    return "emrtd-pcsc";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.IDENTITY_DOCUMENT_READER;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.withDefault(
            TERMINAL,
            SettingsSpec.Type.TEXT,
            ".*",
            "name of the PC/SC terminal, exactly or as a regular expression for the whole name"),
        Setting.required(
            TRUST,
            SettingsSpec.Type.PATH,
            "directory with the country signing certificates to trust"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new EmrtdReader(id, new Terminals(settings.text(TERMINAL)), settings.path(TRUST), clock);
  }
}
