package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.ui.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final SetClock clock = new SetClock();
  private final StoppableClock personal = new StoppableClock(clock);
  private final Allowance time =
      new Allowance(Duration.ofSeconds(60), Duration.ofSeconds(20), personal);

  @Test
  void warnsTwentySecondsBeforeTheEnd() {
    clock.pass(Duration.ofMillis(39_900));
    assertFalse(time.remaining().warns());
    clock.pass(Duration.ofMillis(100));
    assertTrue(time.remaining().warns());
    assertEquals(20, time.remaining().seconds());
    clock.pass(Duration.ofSeconds(20));
    assertTrue(time.remaining().over());
  }

  @Test
  void helpStopsTheClock() {
    clock.pass(Duration.ofSeconds(10));
    personal.stop(true);
    clock.pass(Duration.ofHours(1));
    assertTrue(time.remaining().stopped());
    assertEquals(50, time.remaining().seconds());
    personal.stop(false);
    clock.pass(Duration.ofSeconds(10));
    assertEquals(40, time.remaining().seconds());
  }

  @Test
  void whoIsNotHurriedHasTwiceTheTimeAndIsWarnedAsLongBefore() {
    personal.slow(2);
    assertEquals(120, time.remaining().seconds());
    clock.pass(Duration.ofMillis(99_900));
    assertFalse(time.remaining().warns());
    clock.pass(Duration.ofMillis(100));
    assertTrue(time.remaining().warns());
    assertEquals(20, time.remaining().seconds());
    time.extend();
    assertEquals(120, time.remaining().seconds());
    clock.pass(Duration.ofMinutes(2));
    assertTrue(time.remaining().over());
  }

  @Test
  void timeCanBeHadAgainAsOftenAsWanted() {
    for (int times = 0; times < 10; times++) {
      clock.pass(Duration.ofSeconds(59));
      assertTrue(time.remaining().warns());
      time.extend();
      assertEquals(60, time.remaining().seconds());
    }
  }
}
