package io.hall24.kiosk.catalogue;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds a pattern with at most one mistake in a text: a character too much, one too few, a wrong
 * one, or two neighbours exchanged. Bit-parallel, one step a character of the text (Wu and Manber,
 * "Fast text searching allowing errors", 1992; the exchange after Hyyrö, "A bit-vector algorithm
 * for computing Levenshtein and Damerau edit distances", 2003).
 */
final class OneMistake {
  private final long[] latin = new long[128];
  private final Map<Character, Long> others = new HashMap<>();
  private final long last;

  /**
   * A pattern.
   *
   * @param pattern 2 to 63 characters
   */
  OneMistake(String pattern) {
    if (pattern.length() < 2 || pattern.length() > 63) {
      throw new IllegalArgumentException(
          "a pattern of 2 to 63 characters, not " + pattern.length());
    }
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c < latin.length) {
        latin[c] |= 1L << i;
      } else {
        others.merge(c, 1L << i, (a, b) -> a | b);
      }
    }
    last = 1L << (pattern.length() - 1);
  }

  /** Whether the text holds the pattern, or nearly. */
  boolean in(String text) {
    var state = new State();
    for (int i = 0; i < text.length(); i++) {
      if (state.read(places(text.charAt(i)))) {
        return true;
      }
    }
    return false;
  }

  /** The same for a part of a text in Latin letters. */
  boolean in(byte[] text, int from, int to) {
    var state = new State();
    for (int i = from; i < to; i++) {
      if (state.read(latin[text[i]])) {
        return true;
      }
    }
    return false;
  }

  /** What has been met so far, a bit for each length of the pattern's beginning. */
  private final class State {
    private long exact;
    private long exactBefore;
    private long near = 1;
    private long placesBefore;

    /** Reads one character; says whether all of the pattern has been met. */
    boolean read(long places) {
      long exactNow = ((exact << 1) | 1) & places;
      long exchanged = ((((exactBefore << 1) | 1) & places) << 1) & placesBefore;
      long tooMany = exact;
      long wrong = exact << 1;
      long tooFew = exactNow << 1;
      near = (((near << 1) | 1) & places) | tooMany | wrong | tooFew | exchanged | 1;
      exactBefore = exact;
      exact = exactNow;
      placesBefore = places;
      return (near & last) != 0;
    }
  }

  private long places(char c) {
    return c < latin.length ? latin[c] : others.getOrDefault(c, 0L);
  }
}
