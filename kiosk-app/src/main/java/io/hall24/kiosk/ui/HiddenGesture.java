package io.hall24.kiosk.ui;

import io.hall24.device.time.HallClock;
import java.time.Duration;

/**
 * The gesture that brings up the keypad for staff: five seconds on the left corner of the top edge,
 * then a touch of the right one within five seconds. Coordinates are those of the panel, in pixels.
 * For one thread.
 */
public final class HiddenGesture {
  private static final double CORNER = 140;
  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final Duration THEN = Duration.ofSeconds(5);
  private final double width;
  private final HallClock clock;
  private Stage stage = Stage.NOTHING;
  private long at;

  /** How far somebody has come. */
  private enum Stage {
    NOTHING,
    HOLDING,
    HELD
  }

  /**
   * On a panel.
   *
   * @param width in pixels
   */
  public HiddenGesture(double width, HallClock clock) {
    this.width = width;
    this.clock = clock;
  }

  /**
   * A finger touches the panel.
   *
   * @return whether that completes the gesture
   */
  public boolean pressed(double x, double y) {
    boolean complete =
        stage == Stage.HELD && passed().compareTo(THEN) <= 0 && y < CORNER && x >= width - CORNER;
    stage = !complete && x < CORNER && y < CORNER ? Stage.HOLDING : Stage.NOTHING;
    at = clock.nanoTime();
    return complete;
  }

  /** The finger leaves the panel. */
  public void released(double x, double y) {
    boolean held =
        stage == Stage.HOLDING && passed().compareTo(HOLD) >= 0 && x < CORNER && y < CORNER;
    stage = held ? Stage.HELD : Stage.NOTHING;
    at = clock.nanoTime();
  }

  private Duration passed() {
    return Duration.ofNanos(clock.nanoTime() - at);
  }
}
