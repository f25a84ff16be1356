package io.hall24.kiosk.issuance;

import io.hall24.kiosk.journal.AppendResult;
import java.io.Serial;

/**
 * An event is not known to be in the journal, so that nothing further may be done. Leaves the
 * straight line of an issuance from any depth; only the desk catches it.
 */
final class RecordFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  RecordFailure(AppendResult.Reason reason, String detail) {
    super(reason + ": " + detail);
  }
}
