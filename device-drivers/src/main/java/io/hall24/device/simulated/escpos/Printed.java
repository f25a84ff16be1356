package io.hall24.device.simulated.escpos;

/** What a printer put on its roll, one thing after the other. */
public sealed interface Printed {
  /** A line of its own letters. */
  record Letters(String text, boolean bold, boolean large, boolean centred) implements Printed {}

  /**
   * Rows of dots, eight a byte, the left one in the highest bit.
   *
   * @param stride bytes a row
   */
  record Dots(int stride, String hex) implements Printed {
    /** Whether a dot is black. */
    public boolean black(int x, int y) {
      int at = 2 * (y * stride + x / 8);
      return (Integer.parseInt(hex, at, at + 2, 16) & 0x80 >> x % 8) != 0;
    }

    public int height() {
      return hex.length() / 2 / stride;
    }
  }

  /** A QR code that it made itself. */
  record Code(String text) implements Printed {}

  /** The end of a slip. */
  record Cut() implements Printed {}
}
