package io.hall24.kiosk.catalogue;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The few best of many. A candidate is one number, so that looking at 60,000 of them makes no
 * garbage.
 */
final class Best {
  private static final int LENGTH_BITS = 12;
  private static final int PLACE_BITS = 24;

  private final long[] kept;
  private int count;

  Best(int most) {
    kept = new long[most];
  }

  /**
   * One more candidate.
   *
   * @param rank the lower, the better; from 0
   * @param length of its title: of equal rank, the shorter wins
   * @param place in the catalogue: of equal length, the earlier wins
   */
  void offer(int rank, int length, int place) {
    if (!takes(rank, length, place)) {
      return;
    }
    long key = key(rank, length, place);
    int at = -Arrays.binarySearch(kept, 0, count, key) - 1;
    int moved = Math.min(count, kept.length - 1) - at;
    System.arraycopy(kept, at, kept, at + 1, moved);
    kept[at] = key;
    count = Math.min(count + 1, kept.length);
  }

  /** Whether such a candidate would be among the best so far. */
  boolean takes(int rank, int length, int place) {
    return count < kept.length || (count > 0 && key(rank, length, place) < kept[count - 1]);
  }

  private static long key(int rank, int length, int place) {
    int shortened = Math.min(length, (1 << LENGTH_BITS) - 1);
    return ((((long) rank << LENGTH_BITS) | shortened) << PLACE_BITS) | place;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The places of the best, the best first. */
  IntStream places() {
    return Arrays.stream(kept, 0, count).mapToInt(key -> (int) (key & ((1L << PLACE_BITS) - 1)));
  }
}
