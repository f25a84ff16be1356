package io.hall24.kiosk.ops.staff;

import java.util.Optional;

/**
 * Somebody says who they are.
 *
 * @param who a staff name, or a staff number in digits
 * @param pin what shall prove it; the caller wipes it
 * @param oneTimeCode what their token shows, six digits; for duties that take two factors
 * @param card what their card answered; for whoever has one registered
 */
public record Claim(String who, Pin pin, Optional<String> oneTimeCode, Optional<CardProof> card) {
  /** With a PIN alone. */
  public Claim(String who, Pin pin) {
    this(who, pin, Optional.empty());
  }

  /** Without a card. */
  public Claim(String who, Pin pin, Optional<String> oneTimeCode) {
    this(who, pin, oneTimeCode, Optional.empty());
  }

  /** The same, with what their card says. */
  public Claim with(Optional<CardProof> proof) {
    return new Claim(who, pin, oneTimeCode, proof);
  }

  /** Tells neither. */
  @Override
  public String toString() {
    return "Claim[" + who + "]";
  }
}
