package io.hall24.kiosk.issuance;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;

/** Sets a face for printing onto stock. Called on the desk's thread only. */
@FunctionalInterface
public interface LicencePress {
  Pressing overprint(LicenceFace face, Copy copy);

  /** What came of setting a face. */
  sealed interface Pressing {
    /**
     * Everything stands where the form wants it.
     *
     * @param pdf one page, to be laid over a sheet of stock
     */
    record Set(Bytes pdf) implements Pressing {}

    /**
     * The face cannot be printed completely, and is not printed at all.
     *
     * @param why for technicians; never personal data
     */
    record Refused(String why) implements Pressing {}
  }
}
