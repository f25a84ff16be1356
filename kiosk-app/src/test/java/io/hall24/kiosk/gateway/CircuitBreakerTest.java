package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final Hands clock = new Hands();
  private final CircuitBreaker breaker = new CircuitBreaker(clock, new Random(11));

  /** A clock that is set by hand. */
  private static final class Hands implements HallClock {
    private long nanos;

    void advance(Duration by) {
      nanos += by.toNanos();
    }

    @Override
    public Instant wallTime() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void sleep(Duration duration) {
      advance(duration);
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(breaker.admits());
      breaker.failed();
    }
  }

  /** How long nothing is admitted, to the millisecond. */
  private Duration pause() {
    Duration waited = Duration.ZERO;
    while (!breaker.admits()) {
      clock.advance(Duration.ofMillis(1));
      waited = waited.plusMillis(1);
    }
    return waited;
  }

  @Test
  void failuresNowAndThenChangeNothing() {
    for (int i = 0; i < 100; i++) {
      fail(5);
      breaker.answered();
    }
    assertTrue(breaker.admits());
  }

  @Test
  void sixFailuresInARowCloseTheWayForHalfASecondToASecond() {
    fail(6);
    Duration pause = pause();
    assertTrue(pause.toMillis() >= 500 && pause.toMillis() <= 1001, pause::toString);
  }

  @Test
  void oneTriesAndTheOthersDoNot() {
    fail(6);
    pause();
    assertFalse(breaker.admits(), "one is on its way");
    breaker.answered();
    assertTrue(breaker.admits());
    assertTrue(breaker.admits());
  }

  @Test
  void vainTriesMakeThePauseLongerUpToAQuarterOfAMinute() {
    fail(6);
    Duration longest = pause();
    for (int i = 0; i < 10; i++) {
      breaker.failed();
      Duration next = pause();
      long most = Math.min(15_000, 1_000L << (i + 1));
      assertTrue(next.toMillis() >= most / 2 && next.toMillis() <= most + 1, next::toString);
      longest = next;
    }
    assertTrue(longest.toMillis() >= 7_500);
    breaker.answered();
    fail(6);
    assertTrue(pause().toMillis() <= 1001, "an answer makes it forget");
  }

  @Test
  void aTryThatWasGivenUpLeavesTheWayToTheNext() {
    fail(6);
    pause();
    breaker.givenUp();
    assertTrue(breaker.admits());
  }

  @Test
  void failuresThatWereOnTheirWayBeforeDoNotMakeItLonger() {
    fail(6);
    breaker.failed();
    breaker.failed();
    assertTrue(pause().toMillis() <= 1001);
  }
}
