package io.hall24.kiosk.ops.staff;

/** What came of setting or removing a credential. */
public sealed interface CredentialChange {
  /** It is in the journal and on the disk. */
  record Changed(StaffMember member) implements CredentialChange {}

  /** The PIN is too easily guessed; nothing was changed. */
  record WeakPin(Pin.Weakness weakness) implements CredentialChange {}

  /** Nobody is called that; nothing was changed. */
  record NobodyCalled(StaffName name) implements CredentialChange {}

  /** Somebody else was meant: this one has another role; nothing was changed. */
  record OtherRole(StaffMember member) implements CredentialChange {}

  /**
   * It could not be written.
   *
   * @param detail for a technician
   */
  record Unavailable(String detail) implements CredentialChange {}
}
