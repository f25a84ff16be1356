package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in the journal.
 *
 * @param sequence its place in the chain, from 1
 * @param recordedAt by the terminal's wall clock, ms precision; may be wrong
 * @param verifiedAt by the registry's time, where that was known
 * @param hash of this entry, which the next one names
 */
public record Recorded<E extends Event>(
    long sequence, E event, Instant recordedAt, Optional<Instant> verifiedAt, Bytes hash) {}
