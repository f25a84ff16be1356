package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock whose hands anybody may set; the time that has passed is another matter. */
final class WrongClock implements HallClock {
  private final AtomicLong nanos = new AtomicLong(7);
  private volatile Instant wall = Instant.parse("2026-11-22T10:00:00Z");

  synchronized void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
    wall = wall.plus(duration);
    notifyAll();
  }

  void set(Instant hands) {
    wall = hands;
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant wallTime() {
    return wall;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    long end = nanos.get() + duration.toNanos();
    while (nanos.get() - end < 0) {
      wait();
    }
  }
}
