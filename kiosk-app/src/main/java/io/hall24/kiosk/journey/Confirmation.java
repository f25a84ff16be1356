package io.hall24.kiosk.journey;

import io.hall24.kiosk.identity.Route;

/** What came of one way without a face. */
sealed interface Confirmation {
  /** Somebody answers for the person; it is in the record. */
  record By(Route route) implements Confirmation {}

  /** Nobody did. */
  record NotYet(Question.Setback why) implements Confirmation {}

  /** The person would rather go another way. */
  record AnotherWay() implements Confirmation {}
}
