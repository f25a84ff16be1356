package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves. */
final class HandClock implements HallClock {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));

  void advance(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  void setWallTime(Instant time) {
    wall.set(time);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant wallTime() {
    return wall.get();
  }

  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }
}
