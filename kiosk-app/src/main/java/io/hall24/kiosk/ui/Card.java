package io.hall24.kiosk.ui;

import java.util.List;
import java.util.Optional;

/**
 * A few lines that belong together.
 *
 * @param tone what kind of news it is
 * @param title over the lines
 * @param lines one fact each
 * @param numbered whether the lines are steps in an order
 */
public record Card(Tone tone, Optional<Words> title, List<Words> lines, boolean numbered) {
  /** What kind of news. */
  public enum Tone {
    PLAIN,
    /** Available now. */
    GOOD,
    /** Needs attention, and why. */
    ATTENTION,
    /** Not to be had now. */
    QUIET,
    /** Nice to know: left out where there is no room for it. */
    HINT
  }

  public Card {
    lines = List.copyOf(lines);
  }

  static Card plain(Words title, Words... lines) {
    return new Card(Tone.PLAIN, Optional.of(title), List.of(lines), false);
  }

  static Card steps(Words title, List<Words> lines) {
    return new Card(Tone.HINT, Optional.of(title), lines, true);
  }

  static Card hint(Words line) {
    return new Card(Tone.HINT, Optional.empty(), List.of(line), false);
  }

  static Card promise(Words line) {
    return new Card(Tone.GOOD, Optional.empty(), List.of(line), false);
  }

  static Card good(Words title, Words... lines) {
    return new Card(Tone.GOOD, Optional.of(title), List.of(lines), false);
  }

  static Card quiet(Words title, List<Words> lines) {
    return new Card(Tone.QUIET, Optional.of(title), lines, false);
  }

  /** Attention is needed, and why. */
  public static Card attention(Words line) {
    return new Card(Tone.ATTENTION, Optional.empty(), List.of(line), false);
  }

  /** The same, to be left out where there is no room for it. */
  Card asHint() {
    return new Card(Tone.HINT, title, lines, numbered);
  }
}
