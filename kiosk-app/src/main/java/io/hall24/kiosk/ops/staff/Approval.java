package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.issuance.TwoPersons;

/** What came of two persons showing their credentials for one thing. */
public sealed interface Approval {
  /** Both are who they say, are two, and may. */
  record Approved(TwoPersons persons) implements Approval {}

  /** One person cannot be two. */
  record OnePerson() implements Approval {}

  /**
   * One of them was not admitted.
   *
   * @param who as they called themselves
   * @param why never {@link Entry.Admitted}
   */
  record NotApproved(String who, Entry why) implements Approval {}
}
