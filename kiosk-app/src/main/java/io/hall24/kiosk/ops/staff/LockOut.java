package io.hall24.kiosk.ops.staff;

import java.time.Duration;

/**
 * How long nobody may try again after wrong PINs: not at all after the first four, a minute after
 * the fifth, twice as long after each further one, four hours at most. With that one number of
 * staff withstands six tries a day for ever: of a million PINs of six digits an intruder who keeps
 * trying sees two thousand in a year.
 */
final class LockOut {
  static final int FREE = 4;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final int DOUBLINGS = 8;

  private LockOut() {}

  /**
   * How long the next try has to wait.
   *
   * @param failures tries since the last right one
   */
  static Duration after(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration grown = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS));
    return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
  }

  /** How many tries are left before the first wait. */
  static int left(int failures) {
    return Math.max(0, FREE + 1 - failures);
  }
}
