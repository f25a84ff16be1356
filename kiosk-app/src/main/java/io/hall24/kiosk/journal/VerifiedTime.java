package io.hall24.kiosk.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The registry's time as the terminal can vouch for it: last signed registry time plus monotonic
 * elapsed.
 */
@FunctionalInterface
public interface VerifiedTime {
  /** Never asks anybody. */
  VerifiedTime UNKNOWN = Optional::empty;

  /** Now, unless nothing has been verified since the start. Answers at once. */
  Optional<Instant> now();
}
