package io.hall24.device;

import io.hall24.device.time.Patience;
import java.util.Set;

/** Prints slips on a roll of thermal paper. */
public interface ReceiptPrinter extends Device {
  /** Paper, cover and whatever else is in the way. */
  Attempt<RollReport> report(Patience patience);

  /**
   * Prints a slip, cuts it, and looks whether the paper lasted.
   *
   * <p>{@link DeviceFailure.AnswerLost} means that the slip may have been printed, in part or
   * whole; any other failure means that nothing of it was sent.
   *
   * @return the printer's report after the last line
   */
  Attempt<RollReport> print(Slip slip, Patience patience);

  /**
   * A receipt printer's state.
   *
   * @param paper how much is left of the roll
   * @param reasons what is in the way, in IPP's words (RFC 8011, 5.4.12), e.g. {@code cover-open}
   */
  record RollReport(SupplyLevel paper, Set<StateReason> reasons) {
    public RollReport {
      reasons = Set.copyOf(reasons);
    }

    /** Whether a slip could be printed now. */
    public boolean ready() {
      return paper != SupplyLevel.OUT
          && paper != SupplyLevel.JAMMED
          && reasons.stream().noneMatch(reason -> reason.severity() == StateReason.Severity.ERROR);
    }
  }
}
