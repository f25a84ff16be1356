package io.hall24.device.scanner;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Driver {@code serial-scanner}: scanners that send codes as lines of text. */
public final class SerialScannerDriver implements DeviceDriver {
  static final HexFormat HEX = HexFormat.of();
  private static final String PORT = "port";
  private static final String BAUD = "baud";
  private static final String GB18030 = "gb18030";
  private static final String AIM = "aim-identifiers";
  private static final String ON = "trigger-on";
  private static final String OFF = "trigger-off";

  @Override
  public String name() {
    return "serial-scanner";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CODE_SCANNER;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            PORT,
            SettingsSpec.Type.PATH,
            "serial port by a name that stays, e.g. /dev/serial/by-id/..."),
        Setting.withDefault(BAUD, SettingsSpec.Type.NUMBER, "115200", "bits per second"),
        Setting.withDefault(
            GB18030,
            SettingsSpec.Type.FLAG,
            "false",
            "whether it sends texts in GB18030; otherwise in UTF-8"),
        Setting.withDefault(
            AIM,
            SettingsSpec.Type.FLAG,
            "false",
            "whether it is set to put the AIM symbology identifier before each code"),
        Setting.optional(
            ON, SettingsSpec.Type.HEX, "bytes that make it look for a code, e.g. 16540d"),
        Setting.optional(OFF, SettingsSpec.Type.HEX, "bytes that make it stop, e.g. 16550d"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    Charset charset = settings.flag(GB18030) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    return new SerialScanner(
        id,
        new SerialScanner.Setup(
            settings.path(PORT),
            settings.number(BAUD),
            new CodeText(charset, settings.flag(AIM)),
            settings.find(ON),
            settings.find(OFF)));
  }
}
