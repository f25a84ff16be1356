package io.hall24.kiosk.gateway;

/** What the registry says to a grant request. */
public sealed interface GrantAnswer {
  /** Print it. */
  record Granted(Grant grant) implements GrantAnswer {}

  /** The registry first wants the events up to the chain head that the request named. */
  record Behind(long knownSequence) implements GrantAnswer {}

  /**
   * The registry does not grant this copy.
   *
   * @param reason the contract's code, e.g. {@code LOCKED_ELSEWHERE}, {@code ALREADY_ISSUED},
   *     {@code ORDER_HELD}
   */
  record Refused(String reason) implements GrantAnswer {}

  /**
   * No trustworthy answer came in time; the registry may have granted. Ask again with the same id.
   */
  record Unavailable(String detail) implements GrantAnswer {}
}
