package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journal.VerifiedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a lock-out is left. Time counts by the monotonic clock from the last try, or from the
 * start when that was before it; or by the registry's time, where it was known then and is known
 * now. The wall clock is never asked, so that setting it ends no lock-out; a restart without the
 * registry begins the wait anew.
 */
final class Waiting {
  private final HallClock clock;
  private final VerifiedTime time;
  private final long started;
  private final Map<Integer, Long> lastTries = new HashMap<>();

  Waiting(HallClock clock, VerifiedTime time) {
    this.clock = clock;
    this.time = time;
    this.started = clock.nanoTime();
  }

  void tried(int number) {
    lastTries.put(number, clock.nanoTime());
  }

  /** What is left; zero when one may try. */
  Duration left(int number, StaffLedger.Tries tries) {
    Duration wait = LockOut.after(tries.failures());
    Duration passed = Duration.ofNanos(clock.nanoTime() - lastTries.getOrDefault(number, started));
    Duration byRegistry =
        tries
            .lastVerified()
            .flatMap(then -> time.now().map(now -> between(then, now)))
            .orElse(Duration.ZERO);
    Duration left = wait.minus(passed.compareTo(byRegistry) > 0 ? passed : byRegistry);
    return left.isPositive() ? left : Duration.ZERO;
  }

  private static Duration between(Instant then, Instant now) {
    return now.isAfter(then) ? Duration.between(then, now) : Duration.ZERO;
  }
}
