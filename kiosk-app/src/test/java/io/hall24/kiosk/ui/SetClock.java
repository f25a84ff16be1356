package io.hall24.kiosk.ui;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets; sleeping waits for real, but passes no time of its own. */
public final class SetClock implements HallClock {
  private final AtomicLong nanos = new AtomicLong();

  public void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant wallTime() {
    return Instant.EPOCH.plusNanos(nanos.get());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    HallClock.system().sleep(Duration.ofMillis(1));
  }
}
