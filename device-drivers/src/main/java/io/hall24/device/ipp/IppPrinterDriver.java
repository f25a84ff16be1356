package io.hall24.device.ipp;

import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.PagePrinter;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.net.URI;
import java.nio.file.Path;

/** Driver {@code ipp-printer}. */
public final class IppPrinterDriver implements DeviceDriver {
  @Override
  public String name() {
    return "ipp-printer";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PAGE_PRINTER;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required("uri", SettingsSpec.Type.URI, "ipp: or ipps: URI of the printer itself"),
        Setting.withDefault(
            "user", SettingsSpec.Type.TEXT, "hall24", "requesting-user-name of every job"),
        Setting.optional(
            "certificate",
            SettingsSpec.Type.PATH,
            "PEM file of the certificate that an ipps: printer must show; without it, one that the"
                + " Java runtime trusts"));
  }

  @Override
  public PagePrinter create(DeviceId id, Settings settings, HallClock clock) {
    var address =
        new PrinterAddress(
            URI.create(settings.text("uri")), settings.find("certificate").map(Path::of));
    return new IppPrinter(id, address, settings.text("user"));
  }
}
