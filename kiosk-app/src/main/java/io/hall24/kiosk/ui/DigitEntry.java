package io.hall24.kiosk.ui;

import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.journey.TypedDigits;
import java.util.Arrays;

/**
 * Secret digits, or characters of a machine readable zone, while they are typed. They are
 * overwritten as soon as they are not needed, by whichever thread knows it first.
 */
public final class DigitEntry {
  /** How many digits a card access number has (ICAO Doc 9303 part 11, 4.4.2). */
  private static final int CAN = 6;

  /** Nine characters and a check digit; six digits and one (ICAO Doc 9303 part 4, 4.2.2). */
  private static final int ZONE_NUMBER = 10;

  private static final int ZONE_DATE = 7;

  private static final char HIDDEN = '●';

  /** What is typed. */
  public enum Kind {
    /** The digits that are printed on a document. */
    CAN,
    /** Digits of a machine readable zone. */
    ZONE_DIGITS,
    /** Letters, digits and fillers of a machine readable zone. */
    ZONE_LETTERS,
    /** Digits that whoever stands behind must never read. */
    SECRET;

    private boolean has(char typed) {
      boolean digit = typed >= '0' && typed <= '9';
      return digit || (this == ZONE_LETTERS && ((typed >= 'A' && typed <= 'Z') || typed == '<'));
    }
  }

  private final Kind kind;
  private final char[] digits;
  private final int fewest;
  private int count;
  private boolean shown;

  private DigitEntry(Kind kind, int fewest, int most) {
    this.kind = kind;
    this.digits = new char[most];
    this.fewest = fewest;
  }

  /** For a card access number, which its holder may want to read again. */
  public static DigitEntry ofCan() {
    return new DigitEntry(Kind.CAN, CAN, CAN);
  }

  /** For a part of a machine readable zone, which its holder may want to read again. */
  public static DigitEntry ofZone(ZoneField field) {
    return field == ZoneField.NUMBER
        ? new DigitEntry(Kind.ZONE_LETTERS, ZONE_NUMBER, ZONE_NUMBER)
        : new DigitEntry(Kind.ZONE_DIGITS, ZONE_DATE, ZONE_DATE);
  }

  /**
   * For digits that whoever stands behind must never read.
   *
   * @param fewest how many make it complete
   */
  public static DigitEntry hidden(int fewest, int most) {
    return new DigitEntry(Kind.SECRET, fewest, most);
  }

  /** Adds a digit; nothing when there is no room. */
  public synchronized void type(char digit) {
    if (!kind.has(digit)) {
      throw new IllegalArgumentException("not one of " + kind);
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

  /** What is typed. */
  public Kind kind() {
    return kind;
  }

  /** Whether they can be shown at all. */
  public boolean mayBeShown() {
    return kind != Kind.SECRET;
  }

  /** Whether the digits are readable; hidden at first. */
  public synchronized boolean shown() {
    return shown;
  }

  /** Shows what is hidden, hides what is shown; nothing where they must stay hidden. */
  public synchronized void toggleShown() {
    shown = mayBeShown() && !shown;
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
