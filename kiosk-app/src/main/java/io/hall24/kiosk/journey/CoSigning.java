package io.hall24.kiosk.journey;

import io.hall24.kiosk.identity.Route;

/** Where a clerk in the hall proves who they are, and with that answers for a person. */
@FunctionalInterface
public interface CoSigning {
  /** Checks a credential; the caller wipes it. */
  Outcome sign(Credential credential);

  /**
   * What a clerk typed.
   *
   * @param number their staff number
   * @param pin what they know
   * @param code what their token shows
   */
  record Credential(TypedDigits number, TypedDigits pin, TypedDigits code) {}

  /** What came of it. */
  sealed interface Outcome {
    /** It is they, and it is in the record. */
    record Signed(Route.Clerk clerk) implements Outcome {}

    /** It is not enough. */
    record NotSigned(Why why) implements Outcome {}
  }

  /** Why a credential is not enough, as far as the screen may tell. */
  enum Why {
    /** Number, PIN or code is wrong; which is not told. */
    WRONG,
    /** There were too many wrong ones. */
    LOCKED_OUT,
    /** It is they, but they may not, or have no token. */
    NOT_ALLOWED,
    /** It cannot be checked now. */
    UNAVAILABLE
  }
}
