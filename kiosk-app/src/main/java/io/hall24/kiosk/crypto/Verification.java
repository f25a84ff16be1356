package io.hall24.kiosk.crypto;

/** What a {@link StatementVerifier} found. */
public sealed interface Verification {
  /** Signed by a trusted key, and of the expected type. */
  record Valid(Statement statement) implements Verification {}

  /**
   * Not to be believed.
   *
   * @param detail for the log, in English, without content of the statement
   */
  record Invalid(Reason reason, String detail) implements Verification {}

  /** Why a statement is not to be believed. */
  enum Reason {
    /** No compact JWS, or one with critical headers that nobody here understands. */
    MALFORMED,
    /** Another algorithm than the suite's, {@code none} included. */
    WRONG_ALGORITHM,
    /** Signed, but as another kind of statement. */
    WRONG_TYPE,
    /** Names no key that is trusted here. */
    UNKNOWN_KEY,
    /** The signature does not belong to these bytes and that key. */
    WRONG_SIGNATURE
  }
}
