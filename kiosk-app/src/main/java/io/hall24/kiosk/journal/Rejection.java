package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Jws;

/**
 * The registry has an event and does not accept what it says. The event stays where it is and does
 * not hold up those behind it.
 *
 * @param code the registry's reason, from its contract
 * @param signed the registry's answer, byte for byte
 */
public record Rejection(long sequence, String code, Jws signed) {}
