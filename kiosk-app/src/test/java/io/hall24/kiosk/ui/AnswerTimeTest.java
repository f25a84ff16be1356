package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.StoppableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTimeTest {
  private final SetClock clock = new SetClock();
  private final StoppableClock personal = new StoppableClock(clock);
  private final AnswerTime time = new AnswerTime(Samples.WAITING, personal);

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
  void timeCanBeHadAgainAsOftenAsWanted() {
    for (int times = 0; times < 10; times++) {
      clock.pass(Duration.ofSeconds(59));
      assertTrue(time.remaining().warns());
      time.extend();
      assertEquals(60, time.remaining().seconds());
    }
  }
}
