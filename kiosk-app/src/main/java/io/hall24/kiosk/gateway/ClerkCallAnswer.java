package io.hall24.kiosk.gateway;

import java.util.Set;

/** How a call for a clerk stands. */
public sealed interface ClerkCallAnswer {
  /**
   * No clerk has taken it yet.
   *
   * @param number four digits that the person sees and the clerk says
   * @param ahead how many calls are before it
   */
  record Waiting(String number, int ahead) implements ClerkCallAnswer {}

  /** A clerk looks at the person and has not decided. */
  record Talking(String number) implements ClerkCallAnswer {}

  /**
   * A clerk answers for the person.
   *
   * @param reference by which the clerk's office finds its own record
   * @param proven the contract's words for how the clerk proved to be that clerk
   */
  record Confirmed(String reference, Set<String> proven) implements ClerkCallAnswer {
    public Confirmed {
      proven = Set.copyOf(proven);
    }
  }

  /** A clerk does not. */
  record Declined() implements ClerkCallAnswer {}

  /** No clerk is on duty. */
  record Nobody() implements ClerkCallAnswer {}

  /** It is over without a decision. */
  record Ended() implements ClerkCallAnswer {}

  /**
   * The registry refuses it.
   *
   * @param reason the contract's code
   */
  record Refused(String reason) implements ClerkCallAnswer {}

  /** No trustworthy answer came in time. */
  record Unavailable(String detail) implements ClerkCallAnswer {}
}
