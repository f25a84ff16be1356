package io.hall24.device.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock whose monotonic time can be made to stand still, for time that is granted to a person.
 * Sleeping and the wall clock are those of the clock behind it. Safe for use by several threads.
 */
public final class StoppableClock implements HallClock {
  private final HallClock clock;
  private long standingNanos;
  private long stoppedAtNanos;
  private boolean stopped;

  /** Runs, and shows what the clock behind it shows. */
  public StoppableClock(HallClock clock) {
    this.clock = clock;
  }

  /** Stops it, or lets it run on from where it stood. */
  public synchronized void stop(boolean stop) {
    if (stop == stopped) {
      return;
    }
    long now = clock.nanoTime();
    if (stop) {
      stoppedAtNanos = now;
    } else {
      standingNanos += now - stoppedAtNanos;
    }
    stopped = stop;
  }

  /** Whether it stands still. */
  public synchronized boolean stopped() {
    return stopped;
  }

  @Override
  public synchronized long nanoTime() {
    return (stopped ? stoppedAtNanos : clock.nanoTime()) - standingNanos;
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
