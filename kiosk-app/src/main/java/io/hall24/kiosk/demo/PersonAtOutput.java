package io.hall24.kiosk.demo;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.OutputTray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Reaches for the output until the flap is open. */
final class PersonAtOutput {
  private static final Duration REACHING = Duration.ofSeconds(10);

  private PersonAtOutput() {}

  static void take(Mechanics mechanics, HallClock clock) {
    try {
      var _ = new OutputTray(mechanics).takeSheet(Patience.of(REACHING, clock));
    } catch (IOException failed) {
      throw new UncheckedIOException("the sheet does not come out", failed);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
