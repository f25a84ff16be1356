package io.hall24.kiosk.ui;

import io.hall24.kiosk.ops.staff.Pin;
import java.util.Arrays;

/**
 * A staff number and a PIN while they are typed, one after the other. The digits of the PIN are
 * never shown, and overwritten as soon as they are not needed.
 */
public final class StaffEntry {
  /** How many digits a staff number has. */
  public static final int NUMBER = 3;

  private final char[] number = new char[NUMBER];
  private final char[] pin = new char[Pin.LONGEST];
  private int numberCount;
  private int pinCount;

  /** What is being typed. */
  public enum Part {
    NUMBER,
    PIN
  }

  /** Which part the next digit belongs to. */
  public synchronized Part part() {
    return numberCount < NUMBER ? Part.NUMBER : Part.PIN;
  }

  /** Adds a digit; nothing when there is no room. */
  public synchronized void type(char digit) {
    if (digit < '0' || digit > '9') {
      throw new IllegalArgumentException("not a digit");
    }
    if (numberCount < NUMBER) {
      number[numberCount++] = digit;
    } else if (pinCount < pin.length) {
      pin[pinCount++] = digit;
    }
  }

  /** Takes the last digit back; nothing when there is none. */
  public synchronized void delete() {
    if (pinCount > 0) {
      pin[--pinCount] = 0;
    } else if (numberCount > 0) {
      number[--numberCount] = 0;
    }
  }

  /** Whether it can be a number and a PIN. */
  public synchronized boolean complete() {
    return pinCount >= Pin.SHORTEST;
  }

  /** The number as far as it is typed. */
  public synchronized String number() {
    return new String(number, 0, numberCount);
  }

  /** How many digits of the PIN there are. */
  public synchronized int pinDigits() {
    return pinCount;
  }

  /** The PIN; and it is gone from here. */
  public synchronized Pin takePin() {
    char[] typed = Arrays.copyOf(pin, pinCount);
    Pin taken = Pin.of(typed);
    Arrays.fill(typed, '\0');
    wipePin();
    return taken;
  }

  /** Overwrites everything. */
  public synchronized void wipe() {
    wipePin();
    Arrays.fill(number, '\0');
    numberCount = 0;
  }

  private void wipePin() {
    Arrays.fill(pin, '\0');
    pinCount = 0;
  }
}
