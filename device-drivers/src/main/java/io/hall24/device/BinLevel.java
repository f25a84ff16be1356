package io.hall24.device;

/** How full a bin is, in XFS4IoT's words (Printer.Status, {@code retractBins}). */
public enum BinLevel {
  UNKNOWN,
  OK,
  /** Still takes items, and should be emptied soon. */
  HIGH,
  /** Takes nothing more. */
  FULL,
  /** Not in its place. */
  MISSING;

  /** Whether an item can be put into it; a bin of unknown level is believed. */
  public boolean takesMore() {
    return this != FULL && this != MISSING;
  }
}
