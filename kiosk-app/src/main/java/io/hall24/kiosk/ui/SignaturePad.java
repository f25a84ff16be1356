package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signature while it is drawn. It is overwritten as soon as it is not needed, by whichever thread
 * knows it first.
 */
public final class SignaturePad {
  /** Height of the pad; its width is {@link Signature#GRID}. */
  public static final int HEIGHT = 420;

  /** A slow hand moves ten seconds long before it makes so many. */
  private static final int MOST = 4000;

  /** A touch by mistake is shorter, in thousandths of the pad's width. */
  private static final double LEAST_LENGTH = 60;

  private static final short LIFTED = -1;

  private final short[] places = new short[2 * MOST];
  private int count;
  private boolean down;
  private double length;

  /** The hand comes down. */
  public synchronized void begin(double x, double y) {
    down = true;
    add(x, y);
  }

  /** The hand moves on; nothing while it is lifted. */
  public synchronized void draw(double x, double y) {
    if (down && count > 0 && places[2 * (count - 1)] != LIFTED) {
      double across = clamped(x, Signature.GRID) - places[2 * (count - 1)];
      double along = clamped(y, HEIGHT) - places[2 * (count - 1) + 1];
      length += Math.hypot(across, along);
    }
    if (down) {
      add(x, y);
    }
  }

  /** The hand is lifted. */
  public synchronized void lift() {
    if (down && count < MOST) {
      places[2 * count] = LIFTED;
      places[2 * count + 1] = LIFTED;
      count++;
    }
    down = false;
  }

  private void add(double x, double y) {
    short across = clamped(x, Signature.GRID);
    short along = clamped(y, HEIGHT);
    boolean moved = count == 0 || places[2 * count - 2] != across || places[2 * count - 1] != along;
    if (moved && count < MOST) {
      places[2 * count] = across;
      places[2 * count + 1] = along;
      count++;
    }
  }

  private static short clamped(double place, int most) {
    return (short) Math.clamp(Math.round(place), 0, most);
  }

  /** Whether nothing was drawn. */
  public synchronized boolean isEmpty() {
    return count == 0;
  }

  /** Whether enough was drawn to be meant as a signature. */
  public synchronized boolean complete() {
    return length >= LEAST_LENGTH;
  }

  /** A place on the pad, in thousandths of its width from its upper left corner. */
  public record Point(int x, int y) {}

  /** What was drawn so far, stroke by stroke. */
  public synchronized List<List<Point>> strokes() {
    List<List<Point>> strokes = new ArrayList<>();
    List<Point> stroke = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      if (places[2 * at] == LIFTED) {
        strokes.add(stroke);
        stroke = new ArrayList<>();
      } else {
        stroke.add(new Point(places[2 * at], places[2 * at + 1]));
      }
    }
    if (!stroke.isEmpty()) {
      strokes.add(stroke);
    }
    return strokes;
  }

  /** The signature, for somebody who wipes it; and it is gone from here. */
  synchronized Signature take() {
    short[] drawn = Arrays.copyOf(places, 2 * count);
    Signature taken = Signature.of(drawn);
    Arrays.fill(drawn, (short) 0);
    wipe();
    return taken;
  }

  /** Overwrites everything. */
  public synchronized void wipe() {
    Arrays.fill(places, (short) 0);
    count = 0;
    length = 0;
    down = false;
  }
}
