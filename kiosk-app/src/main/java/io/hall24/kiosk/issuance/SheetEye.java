package io.hall24.kiosk.issuance;

import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.SheetReading;

/** Reads what stands on a printed sheet. Called on the desk's thread only. */
@FunctionalInterface
public interface SheetEye {
  SheetReading read(SheetPicture picture);
}
