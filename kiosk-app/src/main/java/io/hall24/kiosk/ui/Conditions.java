package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.VisitOutcome;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * How things stand at the terminal now.
 *
 * @param time of day in the hall
 * @param network whether the registry answers
 * @param outOfService what keeps licences from being collected
 */
public record Conditions(
    LocalTime time, Network network, Optional<VisitOutcome.Part> outOfService) {
  /** Whether the registry answers. */
  public enum Network {
    ONLINE,
    OFFLINE,
    STARTING;

    /** In words. */
    public Words words() {
      return Words.of("screen.network." + name().toLowerCase(Locale.ROOT));
    }
  }
}
