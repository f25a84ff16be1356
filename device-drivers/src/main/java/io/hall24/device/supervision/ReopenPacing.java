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

  ReopenPacing(RandomGenerator random) {
    this.random = random;
  }

  synchronized void succeeded() {
    tries = 0;
  }

  synchronized Duration next(DeviceFailure lost) {
    long longest =
        lost instanceof DeviceFailure.HardwareError
            ? PERMANENT_MS
            : Math.min(MOST_MS, FIRST_MS << Math.min(tries, 3));
    tries++;
    return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
  }
}
