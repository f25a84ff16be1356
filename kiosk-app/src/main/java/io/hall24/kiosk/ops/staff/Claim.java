package io.hall24.kiosk.ops.staff;

import java.util.Optional;

/**
 * Somebody says who they are.
 *
 * @param who a staff name, or a staff number in digits
 * @param pin what shall prove it; the caller wipes it
 * @param oneTimeCode what their token shows, six digits; for duties that take two factors
 */
public record Claim(String who, Pin pin, Optional<String> oneTimeCode) {
  /** With a PIN alone. */
  public Claim(String who, Pin pin) {
    this(who, pin, Optional.empty());
  }

  /** Tells neither. */
  @Override
  public String toString() {
    return "Claim[" + who + "]";
  }
}
