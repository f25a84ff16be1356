package io.hall24.device.supervision;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when a test says so; sleepers wait for it. */
final class SteppedClock implements HallClock {
  private static final Duration STEP = Duration.ofMillis(50);
  private final List<Long> deadlines = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant wallTime() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Long until = nanos + duration.toNanos();
    deadlines.add(until);
    notifyAll();
    try {
      while (nanos < until) {
        wait();
      }
    } finally {
      deadlines.remove(until);
      notifyAll();
    }
  }

  /**
   * Lets time pass in small steps, each once somebody waits for it and everybody who was due has
   * left.
   */
  synchronized void advance(Duration duration) throws InterruptedException {
    long until = nanos + duration.toNanos();
    while (nanos < until) {
      while (deadlines.isEmpty() || deadlines.stream().anyMatch(due -> due <= nanos)) {
        wait();
      }
      nanos += STEP.toNanos();
      notifyAll();
    }
  }
}
