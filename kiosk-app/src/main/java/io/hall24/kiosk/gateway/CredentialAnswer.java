package io.hall24.kiosk.gateway;

/** What the registry says to an electronic credential. */
public sealed interface CredentialAnswer {
  /**
   * Somebody vouches for it.
   *
   * @param worth what it is worth here and now
   * @param issuer who
   */
  record Known(Worth worth, String issuer) implements CredentialAnswer {}

  /** What a credential is worth. */
  enum Worth {
    /** It is of the document's holder, and of now. */
    OF_HOLDER,
    OF_SOMEBODY_ELSE,
    EXPIRED,
    /** It was shown before, at whichever terminal. */
    USED
  }

  /** No credential of anybody whom the registry knows. */
  record NotKnown() implements CredentialAnswer {}

  /**
   * The registry refuses to say.
   *
   * @param reason the contract's code
   */
  record Refused(String reason) implements CredentialAnswer {}

  /** No trustworthy answer came in time. */
  record Unavailable(String detail) implements CredentialAnswer {}
}
