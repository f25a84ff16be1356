package io.hall24.kiosk.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Breaks text into lines by the rules of Chinese typesetting: no closing mark starts a line, no
 * opening mark ends one, and a Latin word or a number stays together. Only a piece that is longer
 * than a whole line is broken anywhere. The lines put together are the text.
 */
final class LineBreaker {
  private static final String CLOSING = "，。、；：？！）》」』】〕〉”’…—％‰℃·～)]},.;:?!%>";
  private static final String OPENING = "（《「『【〔〈“‘￥¥([{<";
  private static final String JOINING = "-/_&+@#'\"=*\\~^|$";

  private final IntToDoubleFunction advance;

  /**
   * A breaker.
   *
   * @param advance width of a character, in the unit of the line's width
   */
  LineBreaker(IntToDoubleFunction advance) {
    this.advance = advance;
  }

  List<String> lines(String text, double width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    double used = 0;
    for (String piece : pieces(text)) {
      if (used > 0 && used + printedWidth(piece) > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      for (int at = 0; at < piece.length(); at += Character.charCount(piece.codePointAt(at))) {
        int character = piece.codePointAt(at);
        double wide = advance.applyAsDouble(character);
        if (used > 0 && used + wide > width && !isSpace(character)) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(character);
        used += wide;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Spaces at the end hang over the edge. */
  private double printedWidth(String piece) {
    return piece.stripTrailing().codePoints().mapToDouble(advance).sum();
  }

  /** What must stay together on a line. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    var piece = new StringBuilder();
    int before = -1;
    for (int character : text.codePoints().toArray()) {
      if (before >= 0 && mayBreak(before, character)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(character);
      before = character;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    boolean word = isWord(before) && isWord(after);
    return !word && !isClosing(after) && !isOpening(before) && !isSpace(after);
  }

  static boolean isClosing(int character) {
    return CLOSING.indexOf(character) >= 0;
  }

  static boolean isOpening(int character) {
    return OPENING.indexOf(character) >= 0;
  }

  private static boolean isSpace(int character) {
    return character == ' ' || character == '\u3000';
  }

  /** Letters and digits of alphabetic scripts, and what joins them; points and commas too. */
  private static boolean isWord(int character) {
    boolean letter =
        Character.isLetterOrDigit(character)
            && !Character.isIdeographic(character)
            && character < 0x2E80;
    return letter || JOINING.indexOf(character) >= 0 || ".,:%".indexOf(character) >= 0;
  }
}
