package io.hall24.kiosk.journey;

import java.util.Arrays;

/**
 * What somebody wrote on the screen: lines between points, as a hand drew them. {@link #close}
 * overwrites it.
 */
public final class Signature implements AutoCloseable {
  /** How many parts of the pad's width a coordinate counts. */
  public static final int GRID = 1000;

  /** Stands where a stroke ends. */
  private static final short LIFTED = -1;

  private final short[] places;

  private Signature(short[] places) {
    this.places = places;
  }

  /**
   * A copy; the caller wipes the original.
   *
   * @param places x and y of one point after the other, from 0 to {@link #GRID} of the pad's width
   *     from its upper left corner; twice -1 where the hand was lifted
   */
  public static Signature of(short[] places) {
    if (places.length % 2 != 0) {
      throw new IllegalArgumentException("a point has two coordinates");
    }
    return new Signature(places.clone());
  }

  /** The lines as path data of SVG 1.1 (8.3), absolute: {@code M12 340L15 338}. */
  public String path() {
    var path = new StringBuilder();
    boolean lifted = true;
    for (int at = 0; at < places.length; at += 2) {
      if (places[at] == LIFTED) {
        lifted = true;
      } else {
        path.append(lifted ? 'M' : 'L').append(places[at]).append(' ').append(places[at + 1]);
        lifted = false;
      }
    }
    return path.toString();
  }

  @Override
  public void close() {
    Arrays.fill(places, (short) 0);
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "Signature";
  }
}
