package io.hall24.kiosk.issuance;

import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.SheetReader;
import io.hall24.kiosk.licence.SheetReading;
import java.util.Optional;

/** Reads what stands on a printed sheet. Called on the desk's thread only. */
@FunctionalInterface
public interface SheetEye {
  Reading read(SheetPicture picture);

  /** An eye that reads with a reader, which then belongs to the desk's thread. */
  static SheetEye of(SheetReader reader) {
    return picture -> {
      SheetReading seen = reader.read(picture);
      return new Reading(seen.qr(), seen.code(), seen.sheetNumber(), seen.inkShare());
    };
  }

  /**
   * What stands on a sheet.
   *
   * @param qr what the QR code says, if one can be read
   * @param code the printed unified social credit code, if it can be read
   * @param sheetNumber the pre-printed number, if it can be read
   * @param inkShare share of dark pixels where a face is printed, 0 to 1
   */
  record Reading(
      Optional<String> qr, Optional<String> code, Optional<String> sheetNumber, double inkShare) {}
}
