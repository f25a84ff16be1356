package io.hall24.kiosk.issuance;

/** Why nobody can tell from here what became of a sheet. */
public enum UnknownReason {
  /** The printer does not know the job (any more), which proves nothing. */
  JOB_ABSENT,
  /** The printer did not answer. */
  PRINTER_SILENT,
  /** The printer gave the job up by itself, and no sheet came. */
  JOB_ABORTED,
  /** The job could not be seen cancelled. */
  NOT_SEEN_CANCELLED,
  /** The job is completed, and no sheet came. */
  NO_SHEET,
  /** The evidence that the profile asks for is not complete. */
  EVIDENCE_MISSING,
  /** The output did not answer, or the sheet did not arrive in the bin. */
  OUTPUT_SILENT,
  /** The sheet was gone when the terminal was started again. */
  GONE_AFTER_RESTART
}
