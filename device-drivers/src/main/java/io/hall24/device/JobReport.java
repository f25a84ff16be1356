package io.hall24.device;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A print job's state.
 *
 * @param jobId as the printer numbers it
 * @param state {@code job-state}
 * @param reasons {@code job-state-reasons} without {@code none}
 * @param impressions {@code job-impressions-completed}, if the printer counts them
 */
public record JobReport(int jobId, State state, Set<String> reasons, OptionalInt impressions) {
  public JobReport {
    reasons = Set.copyOf(reasons);
  }

  /**
   * RFC 8011, 5.3.7, and {@link #ABSENT} for a job that the printer does not know (any more), which
   * proves nothing.
   */
  public enum State {
    PENDING,
    PENDING_HELD,
    PROCESSING,
    PROCESSING_STOPPED,
    CANCELED,
    ABORTED,
    COMPLETED,
    ABSENT;

    /** Whether the printer will do no more about the job. */
    public boolean ended() {
      return this == CANCELED || this == ABORTED || this == COMPLETED;
    }
  }
}
