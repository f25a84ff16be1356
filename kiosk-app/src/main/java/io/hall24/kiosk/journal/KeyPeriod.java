package io.hall24.kiosk.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The entries that share a key, so that they can only be shredded together.
 *
 * @param firstSequence of the oldest entry
 * @param lastSequence of the youngest entry
 * @param lastVerifiedAt the latest registry time in them; empty when none has one
 * @param state whether the content can still be read
 */
public record KeyPeriod(
    RetentionClass retention,
    long period,
    long firstSequence,
    long lastSequence,
    Optional<Instant> lastVerifiedAt,
    State state) {
  /** Of the key. */
  public enum State {
    READABLE,
    DESTROYED,
    /** Lost without having been destroyed, or unreadable: an alarm. */
    LOST
  }
}
