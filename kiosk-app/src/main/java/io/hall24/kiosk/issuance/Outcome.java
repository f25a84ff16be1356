package io.hall24.kiosk.issuance;

/** How an issuance ended for the person in front of the terminal. */
public sealed interface Outcome {
  /** The citizen took the licence. */
  record Collected(SheetNumber sheet) implements Outcome {}

  /** Nobody took it in time; it lies in the bin, and the copy is pending again. */
  record Retained(SheetNumber sheet) implements Outcome {}

  /**
   * The registry did not grant.
   *
   * @param reason the contract's code, e.g. {@code LOCKED_ELSEWHERE}
   */
  record Refused(String reason) implements Outcome {}

  /** Given up before anything was printed; the copy is pending again. */
  record Released(ReleaseReason reason) implements Outcome {}

  /**
   * The sheet is no licence.
   *
   * @param mayTryAgain whether this copy may be tried once more here
   */
  record Spoiled(SpoilReason reason, boolean mayTryAgain) implements Outcome {}

  /** What became of the sheet cannot be told; two persons have to look. */
  record Unknown(UnknownReason reason) implements Outcome {}

  /**
   * The record could not be written: nothing further was done, and the next start decides by what
   * is recorded.
   */
  record Halted(String detail) implements Outcome {}
}
