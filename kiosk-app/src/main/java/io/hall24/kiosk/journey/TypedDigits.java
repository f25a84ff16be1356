package io.hall24.kiosk.journey;

import java.util.Arrays;

/** Digits that somebody typed and nobody else may see. {@link #close} overwrites them. */
public final class TypedDigits implements AutoCloseable {
  private final char[] digits;

  private TypedDigits(char[] digits) {
    this.digits = digits;
  }

  /** A copy; the caller wipes the original. */
  public static TypedDigits of(char[] typed) {
    return new TypedDigits(typed.clone());
  }

  /** A copy that the caller wipes. */
  public char[] digits() {
    return digits.clone();
  }

  @Override
  public void close() {
    Arrays.fill(digits, '\0');
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "TypedDigits";
  }
}
