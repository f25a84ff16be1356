package io.hall24.kiosk.ops.staff;

import java.time.Duration;

/** What came of showing a credential. */
public sealed interface Entry {
  /** It is they, and they may. */
  record Admitted(StaffMember member) implements Entry {}

  /**
   * Nobody of that name or number has that PIN, or the one-time code is wrong. Which of them is not
   * told.
   *
   * @param triesLeft before the next lock-out
   */
  record Refused(int triesLeft) implements Entry {}

  /**
   * There were too many wrong PINs; this one was not looked at.
   *
   * @param left how long that goes on
   */
  record LockedOut(Duration left) implements Entry {}

  /**
   * It is they, but their role does not include this, or they have no token where one is needed.
   */
  record NotAllowed(StaffMember member) implements Entry {}

  /**
   * It cannot be checked or cannot be recorded, so nobody enters.
   *
   * @param detail for a technician
   */
  record Unavailable(String detail) implements Entry {}
}
