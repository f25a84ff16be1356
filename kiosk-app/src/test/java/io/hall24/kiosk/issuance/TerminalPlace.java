package io.hall24.kiosk.issuance;

import java.nio.file.Path;

/**
 * What a terminal has to be told before it starts.
 *
 * @param directory of the town
 * @param registry address
 * @param trustAnchor JWK
 */
record TerminalPlace(Path directory, String registry, String trustAnchor) {}
