package io.hall24.kiosk.gateway;

import io.hall24.device.time.Patience;

/** Brings the registry up to date with the journal. */
public interface JournalUpload {
  /**
   * Sends, in order, what follows the last acknowledged event, at least up to a sequence, and
   * stores the signed checkpoint.
   */
  UploadOutcome bringUpTo(long sequence, Patience patience) throws InterruptedException;

  /** How an upload ended. */
  sealed interface UploadOutcome {
    /**
     * The registry has signed for everything up to a sequence.
     *
     * @param sequence the last acknowledged event
     */
    record Acknowledged(long sequence) implements UploadOutcome {}

    /** The registry knows another history of this journal: the licence service closes. */
    record Fork(long sequence, String detail) implements UploadOutcome {}

    /** No trustworthy answer came in time. */
    record Unavailable(String detail) implements UploadOutcome {}
  }
}
