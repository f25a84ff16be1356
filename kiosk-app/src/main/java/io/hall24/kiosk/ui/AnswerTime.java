package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.time.StoppableClock;
import java.time.Duration;

/**
 * How long a question may still be thought about, in the person's time. A tap on "more time" starts
 * it anew, as often as wanted (WCAG 2.2, 2.2.1).
 */
final class AnswerTime {
  private final Profile.Visit waiting;
  private final StoppableClock clock;
  private long endNanos;

  AnswerTime(Profile.Visit waiting, StoppableClock clock) {
    this.waiting = waiting;
    this.clock = clock;
    extend();
  }

  /** All of the time again. */
  synchronized void extend() {
    endNanos = clock.nanoTime() + waiting.question().toNanos();
  }

  /** What is left. */
  synchronized Remaining remaining() {
    Duration left = Duration.ofNanos(Math.max(0, endNanos - clock.nanoTime()));
    return new Remaining(
        (int) Math.ceilDiv(left.toMillis(), 1000L),
        !left.isZero() && left.compareTo(waiting.warning()) <= 0,
        left.isZero(),
        clock.stopped());
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
