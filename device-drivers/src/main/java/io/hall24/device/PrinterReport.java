package io.hall24.device;

import java.util.Set;

/**
 * A printer's state.
 *
 * @param state {@code printer-state}
 * @param reasons {@code printer-state-reasons} as given, without {@code none}; see {@link
 *     StateReason}
 * @param ready media that are loaded
 * @param acceptingJobs {@code printer-is-accepting-jobs}
 */
public record PrinterReport(
    State state, Set<String> reasons, Set<Medium> ready, boolean acceptingJobs) {
  public PrinterReport {
    reasons = Set.copyOf(reasons);
    ready = Set.copyOf(ready);
  }

  /** RFC 8011, 5.4.11. */
  public enum State {
    IDLE,
    PROCESSING,
    STOPPED
  }
}
