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
 * @param gettingReady what a start still has to bring up before licences can be collected
 * @param openings when the terminal serves, and how people are confirmed now
 */
public record Conditions(
    LocalTime time,
    Network network,
    Optional<VisitOutcome.Part> outOfService,
    Optional<VisitOutcome.Part> gettingReady,
    Openings openings) {
  /** When the start is over, and everything is open. */
  public Conditions(LocalTime time, Network network, Optional<VisitOutcome.Part> outOfService) {
    this(time, network, outOfService, Optional.empty(), Openings.ALWAYS);
  }

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
