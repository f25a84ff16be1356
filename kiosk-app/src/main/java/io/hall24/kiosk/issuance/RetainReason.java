package io.hall24.kiosk.issuance;

/** Why a printed licence lies in the bin. */
public enum RetainReason {
  /** Nobody took it in time. */
  NOT_TAKEN,
  /** The flap did not open. */
  NOT_PRESENTED,
  /** The terminal was started again; nobody knows who stands before it now. */
  RESTARTED
}
