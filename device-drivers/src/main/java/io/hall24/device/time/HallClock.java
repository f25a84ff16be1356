package io.hall24.device.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The one source of time. Nobody else asks the system for the time or sleeps, so that tests decide
 * how time passes.
 */
public interface HallClock {
  /** Monotonic nanoseconds from an arbitrary origin, as of {@link System#nanoTime()}. */
  long nanoTime();

  /** The wall clock, which an operator or a flat battery may have set wrong. */
  Instant wallTime();

  /**
   * Waits.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void sleep(Duration duration) throws InterruptedException;

  /** The clock of the running system. */
  static HallClock system() {
    return SystemClock.INSTANCE;
  }
}
