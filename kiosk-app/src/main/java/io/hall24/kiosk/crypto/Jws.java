package io.hall24.kiosk.crypto;

/**
 * A signed statement exactly as it was received or sent: compact JWS (RFC 7515, section 7.1). It
 * proves nothing until a {@link StatementVerifier} has looked at it.
 *
 * @param compact three base64url parts joined by dots
 */
public record Jws(String compact) {}
