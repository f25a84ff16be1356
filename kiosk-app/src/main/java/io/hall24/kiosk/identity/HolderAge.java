package io.hall24.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a document's holder may consent to a face comparison: not below fourteen (Personal
 * Information Protection Law, articles 28 and 31: a child's data needs a parent's consent, which a
 * terminal cannot take).
 */
public enum HolderAge {
  OLD_ENOUGH,
  CHILD,
  /** The terminal does not know for certain which day it is, and it matters. */
  UNKNOWN;

  private static final int YEARS = 14;

  /**
   * Compares the birthday with verified time. A child is fourteen from the day after the birthday
   * on, the later of the two ways of counting.
   *
   * @param verifiedToday empty until the registry's signed time is known
   */
  public static HolderAge of(LocalDate birth, Optional<LocalDate> verifiedToday) {
    return verifiedToday
        .map(today -> today.isAfter(birth.plusYears(YEARS)) ? OLD_ENOUGH : CHILD)
        .orElse(UNKNOWN);
  }
}
