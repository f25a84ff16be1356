package io.hall24.device.supervision;

import io.hall24.device.DeviceFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a lost device is tried again: first within 1 s, then at most every 4 s, jittered so that
 * devices do not march in step; every 20 s for faults that do not heal by themselves.
 */
final class ReopenPacing {
  private static final long FIRST_MS = 500;
  private static final long MOST_MS = 4_000;
  private static final long PERMANENT_MS = 20_000;
  private final RandomGenerator random;
  private int tries;
  private int faults;

  ReopenPacing(RandomGenerator random) {
    this.random = random;
  }

  synchronized void succeeded() {
    tries = 0;
  }

  /** It works, beyond being open. */
  synchronized void proven() {
    faults = 0;
  }

  /** What it says while it is opened is no accident. */
  synchronized void refusedToOpen(DeviceFailure failure) {
    if (failure instanceof DeviceFailure.HardwareError) {
      faults++;
    }
  }

  /**
   * A fault amid work may be an accident: it is permanent only when it shows again. A device that
   * only gave no answer has told of no fault, and whatever it waits for may be back at any moment.
   *
   * @param silent whether it was given up because it did not answer
   */
  synchronized Duration next(DeviceFailure lost, boolean silent) {
    boolean faulty = lost instanceof DeviceFailure.HardwareError && !silent;
    if (faulty) {
      faults++;
    }
    long longest =
        faults > 1 && faulty ? PERMANENT_MS : Math.min(MOST_MS, FIRST_MS << Math.min(tries, 3));
    tries++;
    return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
  }
}
