package io.hall24.device.escpos;

import io.hall24.device.DeviceFailure;
import io.hall24.device.ReceiptPrinter.RollReport;
import io.hall24.device.StateReason;
import io.hall24.device.StateReason.Severity;
import io.hall24.device.SupplyLevel;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a printer answers to {@code DLE EOT n} (Epson ESC/POS, real-time status): bit 1 and bit 4
 * are always set, bit 0 and bit 7 never.
 *
 * @param printer n = 1
 * @param offline n = 2, why it is offline
 * @param error n = 3
 * @param roll n = 4, roll paper sensor
 */
record EscPosStatus(int printer, int offline, int error, int roll) {
  private static final int FIXED_MASK = 0x93;
  private static final int FIXED = 0x12;
  private static final int PRINTER_OFFLINE = 1 << 3;
  private static final int COVER_OPEN = 1 << 2;
  private static final int STOPPED_BY_PAPER_END = 1 << 5;
  private static final int CUTTER = 1 << 3;
  private static final int UNRECOVERABLE = 1 << 5;
  private static final int RECOVERS_ITSELF = 1 << 6;
  private static final int NEAR_END = 0x0C;
  private static final int PAPER_OUT = 0x60;

  /** Whether a byte can be such an answer. */
  static boolean valid(int answer) {
    return (answer & FIXED_MASK) == FIXED;
  }

  SupplyLevel paper() {
    if ((roll & PAPER_OUT) != 0 || (offline & STOPPED_BY_PAPER_END) != 0) {
      return SupplyLevel.OUT;
    }
    return (roll & NEAR_END) != 0 ? SupplyLevel.LOW : SupplyLevel.FULL;
  }

  RollReport report() {
    Set<StateReason> reasons = new LinkedHashSet<>();
    switch (paper()) {
      case OUT -> reasons.add(new StateReason("media-empty", Severity.ERROR));
      case LOW -> reasons.add(new StateReason("media-low", Severity.WARNING));
      case FULL, UNKNOWN, JAMMED -> {}
    }
    add(reasons, offline & COVER_OPEN, "cover-open", Severity.ERROR);
    add(reasons, error & CUTTER, "cutter", Severity.ERROR);
    add(reasons, error & UNRECOVERABLE, "other", Severity.ERROR);
    add(reasons, error & RECOVERS_ITSELF, "other", Severity.WARNING);
    if (reasons.stream().noneMatch(reason -> reason.severity() == Severity.ERROR)) {
      add(reasons, printer & PRINTER_OFFLINE, "paused", Severity.ERROR);
    }
    return new RollReport(paper(), reasons);
  }

  private static void add(Set<StateReason> reasons, int bit, String keyword, Severity severity) {
    if (bit != 0) {
      reasons.add(new StateReason(keyword, severity));
    }
  }

  /** Why nothing can be printed now, if so. */
  Optional<DeviceFailure> failure() {
    if ((error & CUTTER) != 0) {
      return Optional.of(new DeviceFailure.HardwareError("the cutter is stuck"));
    }
    if ((error & UNRECOVERABLE) != 0) {
      return Optional.of(new DeviceFailure.HardwareError("the printer says it is broken"));
    }
    if ((offline & COVER_OPEN) != 0) {
      return Optional.of(new DeviceFailure.UserError("cover-open"));
    }
    if (paper() == SupplyLevel.OUT) {
      return Optional.of(new DeviceFailure.UserError("media-empty"));
    }
    return (printer & PRINTER_OFFLINE) != 0
        ? Optional.of(new DeviceFailure.UserError("the printer is paused"))
        : Optional.empty();
  }
}
