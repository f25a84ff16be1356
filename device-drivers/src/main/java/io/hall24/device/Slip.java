package io.hall24.device;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a receipt printer puts on paper, from the top down. It holds words of a person: it is never
 * logged, and {@link #toString} tells nothing of them.
 *
 * @param lines at least one
 */
public record Slip(List<Line> lines) {
  public Slip {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a slip without lines");
    }
  }

  /** Bytes of a text that still fit a QR code on a roll of 58 mm. */
  public static final int LONGEST_CODE = 600;

  /** One line, or what a narrow roll makes of it. */
  public sealed interface Line {
    /** Text over the whole width, folded where it is too long. */
    record Text(String text, Look look, boolean centred) implements Line {}

    /** A caption at the left, and its value beside or below it. */
    record Pair(String caption, String value) implements Line {}

    /** A line across the roll. */
    record Rule() implements Line {}

    /**
     * A QR code (ISO/IEC 18004) of a text, centred.
     *
     * @param text at most {@link #LONGEST_CODE} bytes in UTF-8, so that it fits the narrowest roll
     */
    record Code(String text) implements Line {
      public Code {
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_CODE) {
          throw new IllegalArgumentException("a code of " + text.length() + " characters");
        }
      }
    }
  }

  /** How letters look. */
  public enum Look {
    PLAIN,
    BOLD,
    /** Twice as high and wide. */
    LARGE
  }

  @Override
  public String toString() {
    return "Slip[" + lines.size() + " lines]";
  }
}
