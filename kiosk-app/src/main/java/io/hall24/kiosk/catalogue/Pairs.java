package io.hall24.kiosk.catalogue;

import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The neighbouring characters of a query, for somebody who puts the words in another order than the
 * catalogue does.
 */
final class Pairs {
  /** Of so many pairs one may be missing. */
  private static final int PAIRS_FOR_ONE_MISSING = 2;

  private final Set<String> pairs = new LinkedHashSet<>();

  /**
   * The pairs of a query.
   *
   * @param query at least two characters
   */
  Pairs(String query) {
    for (int i = 0; i + 2 <= query.length(); i++) {
      pairs.add(query.substring(i, i + 2));
    }
  }

  /** How many pairs a text lacks; empty when it lacks more than half of them. */
  OptionalInt missingFrom(String text) {
    int missing = 0;
    for (String pair : pairs) {
      if (!text.contains(pair)) {
        missing++;
        if (missing * PAIRS_FOR_ONE_MISSING > pairs.size()) {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.of(missing);
  }
}
