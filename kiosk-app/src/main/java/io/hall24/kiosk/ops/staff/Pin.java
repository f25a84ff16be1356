package io.hall24.kiosk.ops.staff;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The secret digits of one person. {@link #close} overwrites them. */
public final class Pin implements AutoCloseable {
  /** Fewest digits. */
  public static final int SHORTEST = 6;

  /** Most digits. */
  public static final int LONGEST = 12;

  private static final int DIFFERENT = 4;
  private static final int RUN = 4;
  private final char[] digits;

  private Pin(char[] digits) {
    this.digits = digits;
  }

  /** What keeps digits from being anybody's PIN. */
  public enum Weakness {
    /** Not 6 to 12 characters. */
    LENGTH,
    /** Something else than digits. */
    NOT_DIGITS,
    /** Fewer than four different digits, or one group of digits over and over. */
    REPEATED,
    /** Four digits in a row that count up or down. */
    SEQUENCE
  }

  /** What somebody typed; a copy, the caller wipes the original. */
  public static Pin of(char[] typed) {
    return new Pin(typed.clone());
  }

  /**
   * A PIN that nobody chose and that is not weak.
   *
   * @param random nobody can foretell it
   */
  public static Pin random(RandomGenerator random) {
    while (true) {
      char[] digits = new char[SHORTEST];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = (char) ('0' + random.nextInt(10));
      }
      Pin pin = new Pin(digits);
      if (pin.weakness().isEmpty()) {
        return pin;
      }
    }
  }

  /** Why it must not become anybody's PIN. */
  public Optional<Weakness> weakness() {
    if (digits.length < SHORTEST || digits.length > LONGEST) {
      return Optional.of(Weakness.LENGTH);
    }
    for (char digit : digits) {
      if (digit < '0' || digit > '9') {
        return Optional.of(Weakness.NOT_DIGITS);
      }
    }
    if (different() < DIFFERENT || repeatsAGroup()) {
      return Optional.of(Weakness.REPEATED);
    }
    return counts(1) || counts(-1) ? Optional.of(Weakness.SEQUENCE) : Optional.empty();
  }

  private int different() {
    int seen = 0;
    for (char digit : digits) {
      seen |= 1 << (digit - '0');
    }
    return Integer.bitCount(seen);
  }

  private boolean repeatsAGroup() {
    for (int group = 1; group <= digits.length / 2; group++) {
      if (digits.length % group == 0
          && Arrays.equals(digits, 0, digits.length - group, digits, group, digits.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean counts(int step) {
    int run = 1;
    for (int i = 1; i < digits.length; i++) {
      run = digits[i] - digits[i - 1] == step ? run + 1 : 1;
      if (run == RUN) {
        return true;
      }
    }
    return false;
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
    return "Pin";
  }
}
