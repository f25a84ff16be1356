package io.hall24.device.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's own clocks. */
enum SystemClock implements HallClock {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant wallTime() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }
}
