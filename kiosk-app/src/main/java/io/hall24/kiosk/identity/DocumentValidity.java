package io.hall24.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/** Whether a document is still valid, as far as the terminal can know. */
public enum DocumentValidity {
  VALID,
  EXPIRED,
  /** The document expires, but the terminal does not know for certain which day it is. */
  UNKNOWN;

  /**
   * Compares the last day of validity with verified time.
   *
   * @param lastDay empty when the document never expires
   * @param verifiedToday empty until the registry's signed time is known
   */
  public static DocumentValidity of(
      Optional<LocalDate> lastDay, Optional<LocalDate> verifiedToday) {
    if (lastDay.isEmpty()) {
      return VALID;
    }
    return verifiedToday
        .map(today -> today.isAfter(lastDay.get()) ? EXPIRED : VALID)
        .orElse(UNKNOWN);
  }
}
