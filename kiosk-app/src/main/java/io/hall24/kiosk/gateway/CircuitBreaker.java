package io.hall24.kiosk.gateway;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Keeps a silent registry from being asked all the time, and everybody who would wait for it from
 * waiting: after {@value #TOLERATED} transmissions in a row without a trustworthy answer nothing is
 * sent for a while, then one transmission tries. The pause doubles with every vain try, from 1 s to
 * 15 s, and half of it is random, so that the terminals of a country do not come back at once. Safe
 * for use by several threads.
 */
final class CircuitBreaker {
  private static final int TOLERATED = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final HallClock clock;
  private final RandomGenerator random;
  private int failures;
  private Duration nextPause = FIRST_PAUSE;
  private long openSince;
  private Duration open = Duration.ZERO;
  private boolean trying;

  CircuitBreaker(HallClock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Whether something may be sent now. Who gets true has to tell how it ended. */
  synchronized boolean admits() {
    if (failures < TOLERATED) {
      return true;
    }
    if (trying || clock.nanoTime() - openSince < open.toNanos()) {
      return false;
    }
    trying = true;
    return true;
  }

  /** The registry answered. */
  synchronized void answered() {
    failures = 0;
    trying = false;
    nextPause = FIRST_PAUSE;
  }

  /** It did not. */
  synchronized void failed() {
    failures++;
    if (failures < TOLERATED) {
      return;
    }
    boolean vainTry = trying;
    trying = false;
    if (failures == TOLERATED || vainTry) {
      openSince = clock.nanoTime();
      open = nextPause.dividedBy(2).plusMillis(random.nextLong(nextPause.toMillis() / 2 + 1));
      Duration doubled = nextPause.multipliedBy(2);
      nextPause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  /** The transmission was given up before anything was known of it. */
  synchronized void givenUp() {
    trying = false;
  }
}
