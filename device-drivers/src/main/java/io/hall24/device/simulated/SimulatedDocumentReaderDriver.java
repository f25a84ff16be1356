package io.hall24.device.simulated;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/**
 * Driver {@code simulated-document-reader}: a reader without a chip, for where no smart card daemon
 * can run. It reads a document's files from a directory.
 */
public final class SimulatedDocumentReaderDriver implements DeviceDriver {
  static final String DOCUMENT = "document";
  static final String INSERTED = "inserted";
  static final String TRUST = "trust";

  @Override
  public String name() {
    return "simulated-document-reader";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.IDENTITY_DOCUMENT_READER;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            DOCUMENT,
            SettingsSpec.Type.PATH,
            "directory with the document's DG1.bin, DG2.bin, SOD.bin and, if it has one, CAN.txt"),
        Setting.withDefault(
            INSERTED,
            SettingsSpec.Type.TEXT,
            "inserted",
            "name of the file in that directory that, while it exists, means: document on the"
                + " reader"),
        Setting.required(
            TRUST,
            SettingsSpec.Type.PATH,
            "directory with the country signing certificates to trust"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new SimulatedDocumentReader(
        id, settings.path(DOCUMENT), settings.text(INSERTED), settings.path(TRUST), clock);
  }
}
