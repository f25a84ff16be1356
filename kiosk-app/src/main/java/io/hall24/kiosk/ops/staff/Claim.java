package io.hall24.kiosk.ops.staff;

/**
 * Somebody says who they are.
 *
 * @param who a staff name, or a staff number in digits
 * @param pin what shall prove it; the caller wipes it
 */
public record Claim(String who, Pin pin) {}
