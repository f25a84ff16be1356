package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.Optional;

/**
 * An entry as it is sent to the registry, which verifies the same chain.
 *
 * @param content empty when its key has been destroyed
 * @param commitment H(salt ‖ payload)
 * @param hash H(canonical header ‖ commitment)
 */
public record Entry(
    EntryHeader header, Optional<EntryContent> content, Bytes commitment, Bytes hash) {}
