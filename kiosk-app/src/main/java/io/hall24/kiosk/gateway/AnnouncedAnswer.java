package io.hall24.kiosk.gateway;

import java.util.List;

/** What the registry says to the question for grants of announced visits. */
public sealed interface AnnouncedAnswer {
  /** All that this terminal may hold now. */
  record Grants(List<AnnouncedGrant> grants) implements AnnouncedAnswer {
    public Grants {
      grants = List.copyOf(grants);
    }
  }

  /**
   * The registry does not say.
   *
   * @param problem the contract's code
   */
  record Refused(String problem) implements AnnouncedAnswer {}

  /** No trustworthy answer came in time. */
  record Unavailable(String detail) implements AnnouncedAnswer {}
}
