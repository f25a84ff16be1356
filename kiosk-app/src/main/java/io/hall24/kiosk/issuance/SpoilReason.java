package io.hall24.kiosk.issuance;

/** Why a sheet is no licence. */
public enum SpoilReason {
  /** The job was cancelled and seen cancelled: a jam, no paper, a time-out. */
  JOB_CANCELLED,
  /** The printer gave the job up by itself; the sheet lies in the bin. */
  JOB_ABORTED,
  /** The eye saw nothing printed on the sheet. */
  BLANK,
  /** The eye read another QR code than the grant's, or none. */
  QR_DIFFERS,
  /** The eye read another credit code than the grant's, whole and with its check character. */
  CODE_DIFFERS,
  /**
   * The eye read another number than the reserved sheet's, or none: perhaps two sheets were fed.
   */
  NUMBER_DIFFERS,
  /** The eye gave no picture; the sheet was moved into the bin unread. */
  NOT_READ,
  /** Two persons hold the sheet in their hands. */
  FOUND
}
