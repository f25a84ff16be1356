package io.hall24.kiosk.licence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour on paper.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Ink(int red, int green, int blue) {
  /** What the terminal's own printer lays on the sheet. */
  public static final Ink BLACK = new Ink(0, 0, 0);

  static final Ink WHITE = new Ink(255, 255, 255);

  private static final Pattern HEX = Pattern.compile("#[0-9A-F]{6}");

  /** Reads {@code #RRGGBB}. */
  static Optional<Ink> parse(String text) {
    if (!HEX.matcher(text).matches()) {
      return Optional.empty();
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    return Optional.of(new Ink(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
  }
}
