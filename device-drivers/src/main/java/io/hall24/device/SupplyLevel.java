package io.hall24.device;

/** How much of a supply is left, in XFS4IoT's words (Printer.Status, {@code paper}). */
public enum SupplyLevel {
  UNKNOWN,
  /** Enough. */
  FULL,
  /** Still works, and should be filled soon. */
  LOW,
  OUT,
  JAMMED
}
