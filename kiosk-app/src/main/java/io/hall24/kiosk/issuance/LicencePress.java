package io.hall24.kiosk.issuance;

import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.Rendering;

/** Sets a face for printing onto stock. Called on the desk's thread only. */
@FunctionalInterface
public interface LicencePress {
  Rendering overprint(LicenceFace face, Copy copy);
}
