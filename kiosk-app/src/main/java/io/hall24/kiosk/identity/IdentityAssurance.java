package io.hall24.kiosk.identity;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.IdentityDocument;

/**
 * How the terminal knows who stands there. Names no person, so that it can be recorded.
 *
 * @param document the kind of document that was read
 * @param protocol how its chip was read, e.g. {@code PACE-CAN}
 * @param chip how far the chip's data was proven
 * @param validity whether the document is still valid
 * @param age whether its holder is old enough for a face comparison
 * @param route by which the person was verified, and what came of it
 */
public record IdentityAssurance(
    IdentityDocument.Type document,
    String protocol,
    ChipAuthenticity chip,
    DocumentValidity validity,
    HolderAge age,
    Route route) {}
