package io.hall24.kiosk.ops.staff;

/**
 * Somebody who has a credential.
 *
 * @param name unique
 * @param role what they are
 * @param number what they type where there are only digits; unique, never given twice
 */
public record StaffMember(StaffName name, Role role, int number) {}
