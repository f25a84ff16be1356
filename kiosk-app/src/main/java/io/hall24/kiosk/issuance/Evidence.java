package io.hall24.kiosk.issuance;

/** One thing that speaks for a sheet having been printed or collected. */
public enum Evidence {
  /** The printer says that the job is completed (RFC 8011, 5.3.7). */
  JOB_COMPLETED,
  /** The eye reads the grant's QR code on the sheet. */
  QR_READ_BACK,
  /** The eye reads the grant's credit code in the print. */
  CODE_READ_BACK,
  /** The eye reads the number of the sheet that the ledger reserved. */
  NUMBER_READ_BACK,
  /** The eye sees as much ink as a face has. */
  INK_SEEN,
  /** The output's sensor saw the sheet leave through the open flap. */
  TAKEN_SENSED
}
