package io.hall24.device.escpos;

import java.util.ArrayList;
import java.util.List;

/**
 * Text on the grid of a receipt printer: a letter of ASCII takes one cell, everything else, as
 * Chinese characters do, two.
 */
final class CellText {
  private CellText() {}

  /** How many cells a character takes. */
  static int cells(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  static int cells(String text) {
    return text.codePoints().map(CellText::cells).sum();
  }

  /** Folds a text into lines of so many cells at most, at least one line. */
  static List<String> fold(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int codePoint : text.strip().codePoints().map(CellText::printable).toArray()) {
      int cells = cells(codePoint);
      if (used + cells > width) {
        int space = codePoint < 0x80 ? line.lastIndexOf(" ") : -1;
        String rest = space > 0 ? line.substring(space + 1) : "";
        lines.add(space > 0 ? line.substring(0, space) : line.toString());
        line = new StringBuilder(rest);
        used = cells(rest);
      }
      line.appendCodePoint(codePoint);
      used += cells;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Control characters would be commands. */
  private static int printable(int codePoint) {
    return Character.isISOControl(codePoint) ? ' ' : codePoint;
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - cells(text)));
  }
}
