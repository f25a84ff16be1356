package io.hall24.kiosk.issuance;

/** What came of something that staff told the desk or the stock room. */
public sealed interface StaffAnswer {
  /** It is in the journal. */
  record Recorded() implements StaffAnswer {}

  /** It does not fit what the ledgers say; nothing was recorded. */
  record DoesNotFit(String detail) implements StaffAnswer {}

  /** The journal took nothing. */
  record NotRecorded(String detail) implements StaffAnswer {}
}
