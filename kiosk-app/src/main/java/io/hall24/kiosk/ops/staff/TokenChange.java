package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.crypto.Bytes;

/** What came of giving somebody a token for one-time codes. */
public sealed interface TokenChange {
  /**
   * The older one, if there was one, is worth nothing any more.
   *
   * @param secret to be put into an authenticator now; it is never told again
   */
  record Given(StaffMember member, Bytes secret) implements TokenChange {
    @Override
    public String toString() {
      return "Given[" + member + "]";
    }
  }

  /** Nobody is called that; nothing was changed. */
  record NobodyCalled(StaffName name) implements TokenChange {}

  /**
   * It could not be written.
   *
   * @param detail for a technician
   */
  record Unavailable(String detail) implements TokenChange {}
}
