package io.hall24.kiosk.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Breaks one text into lines by the rules of Chinese typesetting ({@link Marks}); a Latin word or a
 * number stays together. Only what is longer than a whole line is broken elsewhere, and even then
 * marks keep their places where they can. The lines put together are the text.
 *
 * <p>The blank halves of marks do not count where they are not shown: at both ends of a line and
 * between two marks. Widths are in em, so that one breaker serves every size.
 */
final class LineBreaker {
  /** Rounding must not break a line that fits exactly. */
  private static final double TOLERANCE = 1e-9;

  private final int[] characters;
  private final double[] advances;

  /** Sum of the advances before each place, gaps between marks taken out. */
  private final double[] offsets;

  /**
   * A breaker.
   *
   * @param advance width of a character in em; marks with a blank half are those of a whole em
   */
  LineBreaker(String text, IntToDoubleFunction advance) {
    this.characters = text.codePoints().toArray();
    this.advances = new double[characters.length];
    this.offsets = new double[characters.length + 1];
    for (int i = 0; i < characters.length; i++) {
      advances[i] = advance.applyAsDouble(characters[i]);
      offsets[i + 1] = offsets[i] + advances[i] - tightened(i);
    }
  }

  /** What is taken out before a character because of the one before it, em. */
  private double tightened(int at) {
    return at > 0 && square(at - 1) && square(at) && Marks.gap(characters[at - 1], characters[at])
        ? Marks.BLANK
        : 0;
  }

  private boolean square(int at) {
    return advances[at] >= 1;
  }

  /** What is taken out before the character at the start of a line, em. */
  private double hangingLeft(int first) {
    return square(first) && Marks.blankBefore(characters[first]) ? Marks.BLANK : 0;
  }

  private double hangingRight(int last) {
    return square(last) && Marks.blankAfter(characters[last]) ? Marks.BLANK : 0;
  }

  /**
   * A line.
   *
   * @param text what stands on it; spaces at its end hang over the edge
   * @param tightened what is taken out before each of its characters, em
   * @param width of what is seen of it, em
   */
  record Line(String text, List<Double> tightened, double width) {
    Line {
      tightened = List.copyOf(tightened);
    }
  }

  /** The lines for a width in em. */
  List<Line> lines(double width) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < characters.length) {
      int end = end(start, width);
      lines.add(line(start, end));
      start = end;
    }
    return lines;
  }

  private int end(int start, double width) {
    int fitting = start;
    int proper = start;
    for (int end = start + 1; end <= characters.length; end++) {
      if (offsets[end] - offsets[start] - 2 * Marks.BLANK > width + 1) {
        break;
      }
      if (width(start, end) <= width + TOLERANCE) {
        fitting = end;
        proper = partsAt(end) ? end : proper;
      }
    }
    if (proper > start) {
      return proper;
    }
    return Math.max(start + 1, tolerable(start, fitting));
  }

  private boolean partsAt(int end) {
    return end == characters.length || Marks.mayPart(characters[end - 1], characters[end]);
  }

  /** The last place at which a word may be cut without a mark on the wrong side, if any. */
  private int tolerable(int start, int fitting) {
    for (int end = fitting; end > start + 1; end--) {
      if (!Marks.neverFirst(characters[end]) && !Marks.neverLast(characters[end - 1])) {
        return end;
      }
    }
    return fitting;
  }

  /** Width of what is seen of a line. */
  private double width(int start, int end) {
    int last = end - 1;
    while (last > start && Marks.isSpace(characters[last])) {
      last--;
    }
    return offsets[last + 1]
        - offsets[start]
        + tightened(start)
        - hangingLeft(start)
        - hangingRight(last);
  }

  private Line line(int start, int end) {
    List<Double> tightened = new ArrayList<>(end - start);
    for (int at = start; at < end; at++) {
      tightened.add(at == start ? hangingLeft(at) : tightened(at));
    }
    return new Line(
        new String(characters, start, end - start), tightened, Math.max(0, width(start, end)));
  }
}
