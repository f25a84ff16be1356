package io.hall24.kiosk.demo.registry;

/** What the registry makes of what an event says. */
sealed interface Verdict {
  /** It agrees. */
  record Accepted() implements Verdict {}

  /**
   * It does not, and keeps the event.
   *
   * @param code of the contract's {@code Rejection}
   * @param detail for technicians
   */
  record Rejected(String code, String detail) implements Verdict {}

  Verdict ACCEPTED = new Accepted();

  static Verdict rejected(String code, String detail) {
    return new Rejected(code, detail);
  }
}
