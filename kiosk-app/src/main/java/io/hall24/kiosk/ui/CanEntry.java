package io.hall24.kiosk.ui;

import java.util.Arrays;

/**
 * The digits of a card access number while they are typed. The digits are overwritten as soon as
 * they are not needed, by whichever thread knows it first.
 */
public final class CanEntry {
  /** How many digits a card access number has (ICAO Doc 9303 part 11, 4.4.2). */
  public static final int LENGTH = 6;

  private static final char HIDDEN = '●';

  private final char[] digits = new char[LENGTH];
  private int count;
  private boolean shown;

  /** Adds a digit; nothing when there are six. */
  public synchronized void type(char digit) {
    if (digit < '0' || digit > '9') {
      throw new IllegalArgumentException("not a digit");
    }
    if (count < LENGTH) {
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

  /** Whether all digits are there. */
  public synchronized boolean complete() {
    return count == LENGTH;
  }

  /** Whether the digits are readable; hidden at first. */
  public synchronized boolean shown() {
    return shown;
  }

  /** Shows what is hidden, hides what is shown. */
  public synchronized void toggleShown() {
    shown = !shown;
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

  /** Overwrites the digits. */
  public synchronized void wipe() {
    Arrays.fill(digits, (char) 0);
    count = 0;
  }
}
