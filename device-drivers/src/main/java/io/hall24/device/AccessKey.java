package io.hall24.device;

import java.time.LocalDate;

/** What opens a document's chip (ICAO Doc 9303 part 11, 4.3 and 4.4). Never logged. */
public sealed interface AccessKey {
  /** The kinds of key. */
  enum Kind {
    CAN,
    MRZ
  }

  /** The document needs no key. */
  record None() implements AccessKey {}

  /**
   * The card access number printed on the document.
   *
   * @param digits six digits
   */
  record Can(String digits) implements AccessKey {
    public Can {
      if (!digits.matches("[0-9]{6}")) {
        throw new IllegalArgumentException("a CAN has six digits");
      }
    }

    @Override
    public String toString() {
      return "Can[******]";
    }
  }

  /** Document number, birth and expiry as the machine readable zone gives them. */
  record Mrz(String documentNumber, LocalDate birth, LocalDate expiry) implements AccessKey {
    @Override
    public String toString() {
      return "Mrz[******]";
    }
  }
}
