package io.hall24.kiosk.ops.health;

import java.time.Instant;

/**
 * A certificate that somebody has to renew.
 *
 * @param name what it is for
 * @param notAfter when it expires
 */
public record DatedCertificate(String name, Instant notAfter) {}
