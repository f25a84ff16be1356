package io.hall24.kiosk.issuance;

/**
 * Consecutive sheets of one series, both ends included.
 *
 * @param from the first, which leaves the tray first
 * @param to the last
 */
public record SheetRange(SheetNumber from, SheetNumber to) {
  public SheetRange {
    if (!from.sameSeries(to) || from.compareTo(to) > 0) {
      throw new IllegalArgumentException("sheets " + from + " to " + to);
    }
  }

  /** How many sheets. */
  public int size() {
    return Math.toIntExact(to.digits() - from.digits() + 1);
  }

  public boolean contains(SheetNumber number) {
    return number.sameSeries(from) && number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
  }

  /** Whether a sheet lies in both. */
  public boolean overlaps(SheetRange other) {
    return contains(other.from) || contains(other.to) || other.contains(from);
  }
}
