package io.hall24.device;

import java.util.OptionalInt;

/**
 * Something that runs out or fills up, in XFS4IoT's words (Printer.Status: {@code paper}, {@code
 * toner}, {@code retractBins}).
 */
public sealed interface Consumable {
  /** Which one, e.g. {@code paper} or {@code retract-bin}; lower-case letters and hyphens. */
  String name();

  /** Whether a technician should come soon. */
  boolean needsAttention();

  /**
   * What is used up.
   *
   * @param left in percent, if the device says
   */
  record Supply(String name, SupplyLevel level, OptionalInt left) implements Consumable {
    @Override
    public boolean needsAttention() {
      return switch (level) {
        case UNKNOWN, FULL -> false;
        case LOW, OUT, JAMMED -> true;
      };
    }
  }

  /**
   * What collects something.
   *
   * @param count items in it, if the device counts
   */
  record Bin(String name, BinLevel level, OptionalInt count) implements Consumable {
    @Override
    public boolean needsAttention() {
      return switch (level) {
        case UNKNOWN, OK -> false;
        case HIGH, FULL, MISSING -> true;
      };
    }
  }
}
