package io.hall24.device.time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * How long a caller is ready to wait for one call, and the way to tell the callee that it no longer
 * waits. Safe for use by several threads: the caller cancels, the device's thread asks.
 */
public final class Patience {
  private final HallClock clock;
  private final Duration granted;
  private final long deadlineNanos;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Optional<Patience> whole;

  private Patience(HallClock clock, Duration granted, Optional<Patience> whole) {
    this.whole = whole;
    this.clock = clock;
    this.granted = granted;
    this.deadlineNanos = clock.nanoTime() + granted.toNanos();
  }

  /**
   * Patience that runs out after a while.
   *
   * @param granted from now on; zero means that the callee may only answer at once
   */
  public static Patience of(Duration granted, HallClock clock) {
    if (granted.isNegative()) {
      throw new IllegalArgumentException("negative patience: " + granted);
    }
    return new Patience(clock, granted, Optional.empty());
  }

  /**
   * A part of a longer patience: it is over after a while, or when the whole is over or cancelled.
   *
   * @param whole must be granted by the same clock
   */
  public static Patience part(Patience whole, Duration granted) {
    Duration left = whole.remaining();
    return new Patience(
        whole.clock, granted.compareTo(left) < 0 ? granted : left, Optional.of(whole));
  }

  /** What was granted at first. */
  public Duration granted() {
    return granted;
  }

  /** What is left, never negative; zero once cancelled. */
  public Duration remaining() {
    if (isCancelled()) {
      return Duration.ZERO;
    }
    long left = deadlineNanos - clock.nanoTime();
    return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
  }

  /** Whether the callee should give up: time has run out, or the caller no longer waits. */
  public boolean isOver() {
    return remaining().isZero();
  }

  /** Whether the caller withdrew before the time ran out. */
  public boolean isCancelled() {
    return cancelled.get() || whole.filter(Patience::isCancelled).isPresent();
  }

  /** Withdraws: the callee gives up at its next look. */
  public void cancel() {
    cancelled.set(true);
  }

  /**
   * Looks again and again until something holds; at least once.
   *
   * @param glance how long between two looks
   * @return false when patience was over before it held; an interrupt of the waiting thread cancels
   *     the patience
   */
  public boolean until(Duration glance, BooleanSupplier holds) {
    try {
      while (!holds.getAsBoolean()) {
        if (!pause(glance)) {
          return holds.getAsBoolean();
        }
      }
      return true;
    } catch (InterruptedException withdrawn) {
      cancel();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits for the shorter of a pause and what is left.
   *
   * @return false when patience is over, so that the caller's loop ends
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean pause(Duration pause) throws InterruptedException {
    Duration left = remaining();
    if (left.isZero()) {
      return false;
    }
    clock.sleep(pause.compareTo(left) < 0 ? pause : left);
    return !isOver();
  }
}
