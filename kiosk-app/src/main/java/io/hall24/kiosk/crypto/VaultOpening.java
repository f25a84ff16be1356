package io.hall24.kiosk.crypto;

/** What came of creating or opening a {@link KeyVault}. */
public sealed interface VaultOpening {
  record Opened(KeyVault vault) implements VaultOpening {}

  /** There is no vault at this place. */
  record Missing() implements VaultOpening {}

  /** A vault is here already; it is never written over. */
  record Exists() implements VaultOpening {}

  /** The passphrase is not the one of this vault's master store. */
  record WrongPassphrase() implements VaultOpening {}

  /**
   * A file of the vault is not what was written.
   *
   * @param why for the log, in English
   */
  record Damaged(String why) implements VaultOpening {}

  /**
   * The directory cannot be read or written.
   *
   * @param why for the log, in English
   */
  record Inaccessible(String why) implements VaultOpening {}
}
