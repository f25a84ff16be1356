package io.hall24.device.emrtd;

import io.hall24.device.Camera;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.pcsc.CardPlace;
import io.hall24.device.time.HallClock;
import java.util.Map;

/**
 * Driver {@code emrtd-pcsc}: contactless travel documents (ICAO Doc 9303) on any PC/SC terminal.
 */
public final class EmrtdDriver implements DeviceDriver {
  static final String TRUST = "trust";
  static final String PAGE_CAMERA = "page-camera";
  static final String PAGE_WIDTH = "page-width";
  static final String PAGE_HEIGHT = "page-height";
  static final String ZONE_FONT = "zone-font";

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
        CardPlace.TERMINAL,
        Setting.required(
            TRUST,
            SettingsSpec.Type.PATH,
            "directory with the country signing certificates and master lists to trust"),
        Setting.optional(
            PAGE_CAMERA,
            SettingsSpec.Type.TEXT,
            "camera that sees the data page, as the source of a javacv-camera; without it a key is"
                + " typed"),
        Setting.withDefault(PAGE_WIDTH, SettingsSpec.Type.NUMBER, "1920", "pixels asked of it"),
        Setting.withDefault(PAGE_HEIGHT, SettingsSpec.Type.NUMBER, "1080", "pixels asked of it"),
        Setting.withDefault(
            ZONE_FONT,
            SettingsSpec.Type.PATH,
            "/usr/share/fonts/opentype/ocr-b/OCRB.otf",
            "a font file of OCR-B, with which the zone is compared"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new EmrtdReader(
        id,
        CardPlace.of(settings, clock),
        settings.path(TRUST),
        settings.find(PAGE_CAMERA).map(source -> pageView(id, source, settings, clock)),
        clock);
  }

  private static PageView pageView(DeviceId id, String source, Settings settings, HallClock clock) {
    var driver = new JavacvCameraDriver();
    var camera =
        driver
            .settings()
            .resolve(
                Map.of(
                    "source",
                    source,
                    "loop",
                    "true",
                    "width",
                    settings.text(PAGE_WIDTH),
                    "height",
                    settings.text(PAGE_HEIGHT)));
    return new PageView(
        (Camera) driver.create(new DeviceId(id + "-page"), camera, clock),
        settings.path(ZONE_FONT),
        clock);
  }
}
