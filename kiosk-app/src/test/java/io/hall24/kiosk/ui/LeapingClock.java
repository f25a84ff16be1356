package io.hall24.kiosk.ui;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Runs like the system's clock, and leaps ahead when a test says so. Sleepers wake then. */
public final class LeapingClock implements HallClock {
  private static final Duration LOOK = Duration.ofMillis(5);

  private final AtomicLong leaptNanos = new AtomicLong();

  public void leap(Duration duration) {
    leaptNanos.addAndGet(duration.toNanos());
  }

  @Override
  public long nanoTime() {
    return HallClock.system().nanoTime() + leaptNanos.get();
  }

  @Override
  public Instant wallTime() {
    return HallClock.system().wallTime().plusNanos(leaptNanos.get());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    long end = nanoTime() + duration.toNanos();
    while (nanoTime() - end < 0) {
      HallClock.system().sleep(LOOK);
    }
  }
}
