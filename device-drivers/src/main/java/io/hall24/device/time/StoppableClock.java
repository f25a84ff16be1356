package io.hall24.device.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock whose monotonic time can be made to stand still or to pass more slowly, for time that is
 * granted to a person. Sleeping and the wall clock are those of the clock behind it. Safe for use
 * by several threads.
 */
public final class StoppableClock implements HallClock {
  private final HallClock clock;
  private long sinceNanos;
  private long shownNanos;
  private int slowness = 1;
  private boolean stopped;

  /** Runs, and shows what the clock behind it shows. */
  public StoppableClock(HallClock clock) {
    this.clock = clock;
    this.sinceNanos = clock.nanoTime();
    this.shownNanos = sinceNanos;
  }

  /** Stops it, or lets it run on from where it stood. */
  public synchronized void stop(boolean stop) {
    settle();
    stopped = stop;
  }

  /** Whether it stands still. */
  public synchronized boolean stopped() {
    return stopped;
  }

  /**
   * Lets time pass more slowly from now on.
   *
   * @param times how many seconds of the clock behind it make one of this one; 1 is as usual
   */
  public synchronized void slow(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("time passes " + times + " times more slowly");
    }
    settle();
    slowness = times;
  }

  /** How many seconds of the clock behind it make one of this one, while it runs. */
  public synchronized int slowness() {
    return slowness;
  }

  private void settle() {
    long now = clock.nanoTime();
    shownNanos = shown(now);
    sinceNanos = now;
  }

  private long shown(long now) {
    return stopped ? shownNanos : shownNanos + (now - sinceNanos) / slowness;
  }

  @Override
  public synchronized long nanoTime() {
    return shown(clock.nanoTime());
  }

  @Override
  public Instant wallTime() {
    return clock.wallTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    clock.sleep(duration);
  }
}
