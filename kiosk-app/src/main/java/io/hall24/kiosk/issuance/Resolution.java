package io.hall24.kiosk.issuance;

/** What two persons found when they looked for the sheet of an Unknown issuance. */
public sealed interface Resolution {
  /** They hold the sheet in their hands; it goes to the spoiled ones. */
  record SheetFound() implements Resolution {}

  /**
   * They found none.
   *
   * @param reason in their words
   */
  record NoneFound(String reason) implements Resolution {}
}
