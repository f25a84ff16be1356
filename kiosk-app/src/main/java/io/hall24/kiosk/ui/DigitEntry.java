package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.TypedDigits;
import java.util.Arrays;

/**
 * Secret digits while they are typed. They are overwritten as soon as they are not needed, by
 * whichever thread knows it first.
 */
public final class DigitEntry {
  /** How many digits a card access number has (ICAO Doc 9303 part 11, 4.4.2). */
  private static final int CAN = 6;

  private static final char HIDDEN = '●';

  private final char[] digits;
  private final int fewest;
  private final boolean mayBeShown;
  private int count;
  private boolean shown;

  private DigitEntry(int fewest, int most, boolean mayBeShown) {
    this.digits = new char[most];
    this.fewest = fewest;
    this.mayBeShown = mayBeShown;
  }

  /** For a card access number, which its holder may want to read again. */
  public static DigitEntry ofCan() {
    return new DigitEntry(CAN, CAN, true);
  }

  /**
   * For digits that whoever stands behind must never read.
   *
   * @param fewest how many make it complete
   */
  public static DigitEntry hidden(int fewest, int most) {
    return new DigitEntry(fewest, most, false);
  }

  /** Adds a digit; nothing when there is no room. */
  public synchronized void type(char digit) {
    if (digit < '0' || digit > '9') {
      throw new IllegalArgumentException("not a digit");
    }
    if (count < digits.length) {
      digits[count++] = digit;
    }
  }

  /** Takes the last digit back; nothing when there is none. */
  public synchronized void delete() {
    if (count > 0) {
      digits[--count] = 0;
    }
  }

  /** How many digits there are. */
  public synchronized int count() {
    return count;
  }

  /** How many there can be. */
  public int places() {
    return digits.length;
  }

  /** Whether enough digits are there. */
  public synchronized boolean complete() {
    return count >= fewest;
  }

  /** Whether they can be shown at all. */
  public boolean mayBeShown() {
    return mayBeShown;
  }

  /** Whether the digits are readable; hidden at first. */
  public synchronized boolean shown() {
    return shown;
  }

  /** Shows what is hidden, hides what is shown; nothing where they must stay hidden. */
  public synchronized void toggleShown() {
    shown = mayBeShown && !shown;
  }

  /** What stands in a place: the digit, a dot, or nothing yet. */
  public synchronized String place(int index) {
    if (index >= count) {
      return "";
    }
    return String.valueOf(shown ? digits[index] : HIDDEN);
  }

  /** The digits; and they are gone from here. */
  synchronized String take() {
    String taken = new String(digits, 0, count);
    wipe();
    return taken;
  }

  /** The digits, for somebody who wipes them; and they are gone from here. */
  synchronized TypedDigits takeSecretly() {
    char[] typed = Arrays.copyOf(digits, count);
    TypedDigits taken = TypedDigits.of(typed);
    Arrays.fill(typed, (char) 0);
    wipe();
    return taken;
  }

  /** Overwrites the digits. */
  public synchronized void wipe() {
    Arrays.fill(digits, (char) 0);
    count = 0;
  }
}
