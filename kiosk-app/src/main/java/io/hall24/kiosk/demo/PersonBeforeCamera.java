package io.hall24.kiosk.demo;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.identity.Challenge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Moves the face, after the time that a person needs to understand what is asked. */
final class PersonBeforeCamera {
  private static final Duration REACTION = Duration.ofMillis(350);

  private PersonBeforeCamera() {}

  static void perform(StagedFace face, Challenge movement, HallClock clock) {
    try {
      clock.sleep(REACTION);
      face.perform(movement);
    } catch (IOException failed) {
      throw new UncheckedIOException("the face does not move", failed);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
