package io.hall24.kiosk.ui;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Runs like the system's clock, and leaps ahead when a test says so. Sleepers wake then. */
public final class LeapingClock implements HallClock {
  private static final Duration LOOK = Duration.ofMillis(5);

  private final AtomicLong leaptNanos = new AtomicLong();
  private final long startNanos = HallClock.system().nanoTime();
  private final int slowness;

  public LeapingClock() {
    this(1);
  }

  private LeapingClock(int slowness) {
    this.slowness = slowness;
  }

  /** Time for people who must not be hurried because the machine is busy with other things. */
  public static LeapingClock slowed(int times) {
    return new LeapingClock(times);
  }

  public void leap(Duration duration) {
    leaptNanos.addAndGet(duration.toNanos());
  }

  @Override
  public long nanoTime() {
    long passed = HallClock.system().nanoTime() - startNanos;
    return startNanos + passed / slowness + leaptNanos.get();
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
