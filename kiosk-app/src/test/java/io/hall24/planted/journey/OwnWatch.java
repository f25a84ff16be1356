package io.hall24.planted.journey;

import java.time.Instant;

/** Asks the system for the time. */
public final class OwnWatch {
  /** The forbidden call. */
  public Instant now() {
    return Instant.now();
  }
}
