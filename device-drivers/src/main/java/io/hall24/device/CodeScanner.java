package io.hall24.device;

import io.hall24.device.time.Patience;
import java.util.Optional;

/** Reads codes that a person holds before it. */
public interface CodeScanner extends Device {
  /** Waits for a code; one that was held there before this call does not count. */
  Attempt<ScannedCode> awaitCode(Patience patience);

  /**
   * A code. It may be about a person: it is never logged, and {@link #toString} does not show it.
   *
   * @param text what it says
   * @param symbology what kind of code it is, where the scanner tells
   */
  record ScannedCode(String text, Optional<Symbology> symbology) {
    @Override
    public String toString() {
      return "ScannedCode[" + text.length() + " characters]";
    }
  }

  /** Kinds of code. */
  enum Symbology {
    QR,
    DATA_MATRIX,
    PDF417,
    AZTEC,
    HAN_XIN,
    CODE_128,
    CODE_39,
    EAN
  }
}
