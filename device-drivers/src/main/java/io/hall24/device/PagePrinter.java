package io.hall24.device;

import io.hall24.device.time.Patience;

/** Prints documents and follows them to their end (vocabulary of RFC 8011). */
public interface PagePrinter extends Device {
  /** State, reasons and loaded media. */
  Attempt<PrinterReport> report(Patience patience);

  /**
   * Makes a job that has no document yet (Create-Job), and so prints nothing.
   *
   * @param name what the printer's own record will call it
   * @return the job's id; {@link DeviceFailure.AnswerLost} when a job may have been made all the
   *     same
   */
  Attempt<Integer> createJob(String name, Medium medium, Patience patience);

  /**
   * Gives the job its one document (Send-Document); from here on paper may move.
   *
   * <p>{@link DeviceFailure.AnswerLost} means that the printer may have the document. Any other
   * failure means that it does not: it was never sent, or the printer refused it.
   *
   * @param pdf the document
   * @return the job's state on acceptance
   */
  Attempt<JobReport> sendDocument(int jobId, byte[] pdf, Patience patience);

  /** The job as the printer knows it; {@link JobReport.State#ABSENT} when it does not. */
  Attempt<JobReport> job(int jobId, Patience patience);

  /** Asks to cancel and reports the job as it is then; cancelled only when the report says so. */
  Attempt<JobReport> cancel(int jobId, Patience patience);
}
