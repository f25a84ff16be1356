package io.hall24.device.escpos;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.serial.NetworkLine;
import io.hall24.device.serial.SerialLine;
import io.hall24.device.time.HallClock;
import java.net.URI;
import java.nio.file.Path;

/** Driver {@code escpos-receipt}: ESC/POS receipt printers, serial or network. */
public final class EscPosDriver implements DeviceDriver {
  static final String AT = "at";
  static final String BAUD = "baud";
  static final String FLOW = "hardware-flow";
  static final String DOTS = "dots";
  static final String CHINESE = "chinese-font";
  static final String QR = "qr-codes";
  static final String CUTTER = "cutter";
  static final String NEAR_END = "near-end-sensor";
  static final String FONTS = "fonts";
  private static final int RAW_PORT = 9100;

  @Override
  public String name() {
    return "escpos-receipt";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.RECEIPT_PRINTER;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            AT,
            SettingsSpec.Type.URI,
            "where it hangs: serial:/dev/serial/by-id/... by a name that stays, or tcp://host:9100"),
        Setting.withDefault(
            BAUD, SettingsSpec.Type.NUMBER, "115200", "bits per second of a serial printer"),
        Setting.withDefault(
            FLOW, SettingsSpec.Type.FLAG, "true", "whether a serial printer holds the flow by CTS"),
        Setting.withDefault(
            DOTS,
            SettingsSpec.Type.NUMBER,
            "576",
            "dots across the roll: 576 for 80 mm, 384 for 58 mm"),
        Setting.withDefault(
            CHINESE,
            SettingsSpec.Type.FLAG,
            "false",
            "whether it has a GB18030 font of its own; without it text is drawn"),
        Setting.withDefault(
            QR,
            SettingsSpec.Type.FLAG,
            "false",
            "whether it makes QR codes itself; without it they are drawn"),
        Setting.withDefault(CUTTER, SettingsSpec.Type.FLAG, "true", "whether it has a cutter"),
        Setting.withDefault(
            NEAR_END,
            SettingsSpec.Type.FLAG,
            "true",
            "whether it has a sensor for the end of the roll"),
        Setting.required(FONTS, SettingsSpec.Type.PATH, "directory of the fonts that draw text"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    URI at = URI.create(settings.text(AT));
    return new EscPosPrinter(
        id,
        new EscPosPrinter.Setup(
            connection(at, settings, clock),
            at.toString(),
            new SlipEncoder.Paper(
                settings.number(DOTS),
                settings.flag(CHINESE),
                settings.flag(QR),
                settings.flag(CUTTER)),
            settings.path(FONTS),
            settings.flag(NEAR_END)),
        clock);
  }

  private static EscPosPrinter.Connection connection(URI at, Settings settings, HallClock clock) {
    if ("tcp".equals(at.getScheme())) {
      String host = at.getHost() == null ? "" : at.getHost();
      int port = at.getPort() < 0 ? RAW_PORT : at.getPort();
      return patience -> NetworkLine.open(host, port, clock, patience);
    }
    Path port = Path.of(at.getPath() == null ? at.getSchemeSpecificPart() : at.getPath());
    return patience -> SerialLine.open(port, settings.number(BAUD), settings.flag(FLOW));
  }
}
