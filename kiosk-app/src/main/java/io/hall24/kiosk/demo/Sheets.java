package io.hall24.kiosk.demo;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** How a person takes sheets: reaches for the output until the flap is open. */
final class Sheets {
  private static final Duration REACHING = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(50);

  private Sheets() {}

  static void take(Mechanics mechanics, HallClock clock) {
    Patience patience = Patience.of(REACHING, clock);
    try {
      while (mechanics.take().isEmpty() && patience.pause(LOOK)) {}
    } catch (IOException failed) {
      throw new UncheckedIOException("the sheet does not come out", failed);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
