package io.hall24.kiosk.journey;

import io.hall24.device.time.StoppableClock;
import java.time.Duration;

/**
 * How long a person has for something, in their own time. A tap on "more time" gives all of it
 * again, as often as wanted (WCAG 2.2, 2.2.1). Safe for use by several threads.
 */
public final class Allowance {
  private final Duration whole;
  private final Duration warning;
  private final StoppableClock clock;
  private long endNanos;

  /**
   * From now on.
   *
   * @param whole all of the time, for a person in no need of more
   * @param warning how long before the end the person is asked whether they are still there
   * @param clock the person's
   */
  public Allowance(Duration whole, Duration warning, StoppableClock clock) {
    this.whole = whole;
    this.warning = warning;
    this.clock = clock;
    extend();
  }

  /** All of the time again. */
  public synchronized void extend() {
    endNanos = clock.nanoTime() + whole.toNanos();
  }

  /** How long it still is, if nobody stops the clock. */
  public synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - clock.nanoTime()))
        .multipliedBy(clock.slowness());
  }

  /** What is left, as it is told to the person. */
  public synchronized Remaining remaining() {
    Duration left = left();
    return new Remaining(
        (int) Math.ceilDiv(left.toMillis(), 1000L),
        !left.isZero() && left.compareTo(warning) <= 0,
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
  public record Remaining(int seconds, boolean warns, boolean over, boolean stopped) {}
}
