package io.hall24.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoppableClockTest {
  private long nanos = 100;
  private final StoppableClock clock =
      new StoppableClock(
          new HallClock() {
            @Override
            public long nanoTime() {
              return nanos;
            }

            @Override
            public Instant wallTime() {
              return Instant.EPOCH;
            }

            @Override
            public void sleep(Duration duration) {
              nanos += duration.toNanos();
            }
          });

  @Test
  void standsStillWhileStoppedAndRunsOnFromThere() {
    nanos = 130;
    clock.stop(true);
    nanos = 1_000;
    assertTrue(clock.stopped());
    assertEquals(130, clock.nanoTime());
    clock.stop(false);
    assertFalse(clock.stopped());
    assertEquals(130, clock.nanoTime());
    nanos = 1_007;
    assertEquals(137, clock.nanoTime());
  }

  @Test
  void passesAsSlowlyAsItIsTold() {
    nanos = 200;
    clock.slow(2);
    assertEquals(200, clock.nanoTime());
    nanos = 300;
    assertEquals(250, clock.nanoTime());
    clock.stop(true);
    nanos = 1_000;
    clock.stop(false);
    nanos = 1_100;
    assertEquals(300, clock.nanoTime());
    clock.slow(1);
    nanos = 1_150;
    assertEquals(350, clock.nanoTime());
  }

  @Test
  void stoppingTwiceIsStoppingOnce() {
    clock.stop(true);
    nanos = 200;
    clock.stop(true);
    nanos = 300;
    clock.stop(false);
    clock.stop(false);
    assertEquals(100, clock.nanoTime());
  }

  @Test
  void patienceDoesNotRunOutWhileItStands() throws InterruptedException {
    Patience patience = Patience.of(Duration.ofSeconds(1), clock);
    clock.stop(true);
    assertTrue(patience.pause(Duration.ofHours(1)));
    clock.stop(false);
    assertFalse(patience.pause(Duration.ofHours(1)));
  }
}
