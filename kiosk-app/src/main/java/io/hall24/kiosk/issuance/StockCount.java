package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import java.util.Map;
import java.util.Optional;

/**
 * One medium's stock.
 *
 * @param medium which tray
 * @param loaded sheets that were ever put in
 * @param places sheets by place, every place named
 * @param next the number that the next sheet of the tray has to carry; empty when the tray is
 * @param closed why nothing may be printed from the tray until two persons counted it
 */
public record StockCount(
    Medium medium,
    int loaded,
    Map<SheetPlace, Integer> places,
    Optional<SheetNumber> next,
    Optional<String> closed) {
  public StockCount {
    places = Map.copyOf(places);
  }

  /** Sheets in one place. */
  public int at(SheetPlace place) {
    return places.getOrDefault(place, 0);
  }

  /** Whether every sheet that was loaded is in some place. */
  public boolean balanced() {
    return loaded == places.values().stream().mapToInt(Integer::intValue).sum();
  }
}
