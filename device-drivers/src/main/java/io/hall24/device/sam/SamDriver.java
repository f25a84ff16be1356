package io.hall24.device.sam;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.host.VerifiedFile;
import io.hall24.device.time.HallClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Driver {@code sam-serial}: identity cards of the PRC through a reader on a serial line. */
public final class SamDriver implements DeviceDriver {
  static final String PORT = "port";
  static final String BAUD = "baud";
  static final String NEW_ADDRESS = "new-address";
  static final String PHOTO_DECODER = "photo-decoder";
  static final String DECODER_JAR = "decoder-jar";
  static final String DECODER_SHA256 = "decoder-sha256";
  static final String DECODER_LIBRARY = "decoder-library";
  static final String LIBRARY_SHA256 = "decoder-library-sha256";
  static final String LAYOUTS = "layouts";

  @Override
  public String name() {
    return "sam-serial";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.IDENTITY_DOCUMENT_READER;
  }

  /** The reader is real; what makes a picture of what no real card holds is not. */
  @Override
  public boolean simulated(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(PHOTO_DECODER))
        .flatMap(PhotoDecoders::find)
        .filter(CardPhotoDecoder::simulated)
        .isPresent();
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            PORT,
            SettingsSpec.Type.PATH,
            "serial port by a name that stays, e.g. /dev/serial/by-id/..."),
        Setting.withDefault(
            BAUD, SettingsSpec.Type.NUMBER, "115200", "bits per second, as the reader is set"),
        Setting.withDefault(
            NEW_ADDRESS,
            SettingsSpec.Type.FLAG,
            "false",
            "whether an address that was written into the card later is read too"),
        Setting.withDefault(
            PHOTO_DECODER,
            SettingsSpec.Type.TEXT,
            PhotoDecoders.NONE,
            "what decodes the card's photo; 'none' reads cards without a photo"),
        Setting.optional(
            DECODER_JAR,
            SettingsSpec.Type.PATH,
            "a vendor's jar with that decoder; it runs in a process of its own"),
        Setting.optional(
            DECODER_SHA256,
            SettingsSpec.Type.TEXT,
            "SHA-256 of that jar, without which it does not load"),
        Setting.optional(
            DECODER_LIBRARY, SettingsSpec.Type.PATH, "the native library that the decoder loads"),
        Setting.optional(LIBRARY_SHA256, SettingsSpec.Type.TEXT, "SHA-256 of that library"),
        Setting.optional(
            LAYOUTS,
            SettingsSpec.Type.PATH,
            "directory with *.layout files of further kinds of card"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new SamReader(
        id,
        new SamSetup(
            settings.path(PORT),
            settings.number(BAUD),
            settings.flag(NEW_ADDRESS),
            settings.text(PHOTO_DECODER),
            settings.find(DECODER_JAR).map(_ -> hosted(settings, clock)),
            settings.find(LAYOUTS).map(Path::of)),
        clock);
  }

  private static HostedPhotoDecoder hosted(Settings settings, HallClock clock) {
    return new HostedPhotoDecoder(
        settings.text(PHOTO_DECODER),
        new VerifiedFile(settings.path(DECODER_JAR), settings.find(DECODER_SHA256).orElse("none")),
        settings
            .find(DECODER_LIBRARY)
            .map(path ->
                new VerifiedFile(Path.of(path), settings.find(LIBRARY_SHA256).orElse("none"))),
        clock);
  }
}
