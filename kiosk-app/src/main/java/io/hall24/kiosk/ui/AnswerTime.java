package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import java.time.Duration;

/**
 * How long a question may still be thought about. Help stops it; a tap on "more time" starts it
 * anew, as often as wanted (WCAG 2.2, 2.2.1).
 */
final class AnswerTime {
  private final Profile.Visit waiting;
  private final HallClock clock;
  private long leftNanos;
  private long lastNanos;
  private boolean stopped;

  AnswerTime(Profile.Visit waiting, HallClock clock) {
    this.waiting = waiting;
    this.clock = clock;
    this.leftNanos = waiting.question().toNanos();
    this.lastNanos = clock.nanoTime();
  }

  private void pass() {
    long now = clock.nanoTime();
    if (!stopped) {
      leftNanos = Math.max(0, leftNanos - (now - lastNanos));
    }
    lastNanos = now;
  }

  /** Stops and goes on. */
  synchronized void stop(boolean stop) {
    pass();
    stopped = stop;
  }

  /** All of the time again. */
  synchronized void extend() {
    pass();
    leftNanos = waiting.question().toNanos();
  }

  /** What is left. */
  synchronized Remaining remaining() {
    pass();
    Duration left = Duration.ofNanos(leftNanos);
    return new Remaining(
        (int) Math.ceilDiv(left.toMillis(), 1000L),
        !left.isZero() && left.compareTo(waiting.warning()) <= 0,
        left.isZero(),
        stopped);
  }

  /**
   * What is left.
   *
   * @param seconds rounded up
   * @param warns whether the person should be warned
   * @param over whether there is nothing left
   * @param stopped whether it stands still
   */
  record Remaining(int seconds, boolean warns, boolean over, boolean stopped) {}
}
