package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.journal.ProjectionStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How the steps of an issuance move its sheet. */
final class SheetMoves {
  private SheetMoves() {}

  /** Moves the sheet of an issuance, if the event moves one. */
  static void follow(IssuanceEvent event, ProjectionStore store) {
    String id = event.ticket().issuanceId();
    switch (event) {
      case IssuanceEvent.SheetReserved(_, _, var medium, var sheet, _) ->
          reserve(id, medium, sheet, store);
      case IssuanceEvent.Released _ -> giveBack(id, store);
      case IssuanceEvent.Printing(_, _, var sheet, _) ->
          move(id, sheet, EnumSet.of(SheetPlace.RESERVED), SheetPlace.IN_PROCESS, store);
      case IssuanceEvent.Presented(_, var sheet) ->
          move(id, sheet, EnumSet.of(SheetPlace.IN_PROCESS), SheetPlace.PRESENTED, store);
      case IssuanceEvent.Collected(_, var sheet, _) ->
          move(id, sheet, EnumSet.of(SheetPlace.PRESENTED), SheetPlace.COLLECTED, store);
      case IssuanceEvent.Retained(_, var sheet, _) ->
          move(id, sheet, EnumSet.of(SheetPlace.PRESENTED), SheetPlace.RETAINED, store);
      case IssuanceEvent.Spoiled spoiled -> spoil(spoiled, store);
      case IssuanceEvent.Missing(_, var sheet, _, _) -> {
        closeTray(id, "sheet " + sheet + " was not found", store);
        move(id, sheet, UNDER_WAY, SheetPlace.MISSING, store);
      }
      case IssuanceEvent.Requested _,
          IssuanceEvent.Granted _,
          IssuanceEvent.Refused _,
          IssuanceEvent.Printed _,
          IssuanceEvent.Unknown _,
          IssuanceEvent.Settled _ -> {}
    }
  }

  private static final Set<SheetPlace> UNDER_WAY =
      EnumSet.of(SheetPlace.IN_PROCESS, SheetPlace.PRESENTED);

  private static void reserve(
      String issuance, Medium medium, SheetNumber sheet, ProjectionStore store) {
    StockCount count = StockLedger.count(medium, store);
    if (count.closed().isPresent() || !count.next().equals(Optional.of(sheet))) {
      throw new IllegalStateException("sheet " + sheet + " cannot be reserved: " + count);
    }
    store.update(
        "UPDATE stock_sheet SET place = 'RESERVED', issuance = ? WHERE number = ?",
        issuance,
        sheet.text());
  }

  private static void giveBack(String issuance, ProjectionStore store) {
    store.update(
        """
        UPDATE stock_sheet SET place = 'IN_TRAY', issuance = NULL
        WHERE issuance = ? AND place = 'RESERVED'\
        """,
        issuance);
  }

  /**
   * A sheet whose number was not read as the reserved one may lie anywhere, so that the order of
   * the tray is no longer known.
   */
  private static void spoil(IssuanceEvent.Spoiled spoiled, ProjectionStore store) {
    String id = spoiled.ticket().issuanceId();
    if (!spoiled.seen().equals(Optional.of(spoiled.sheet()))) {
      closeTray(id, "sheet " + spoiled.sheet() + " spoiled: " + spoiled.reason(), store);
    }
    move(id, spoiled.sheet(), UNDER_WAY, SheetPlace.SPOILED, store);
  }

  private static void closeTray(String issuance, String reason, ProjectionStore store) {
    StockLedger.mediumOf(issuance, store)
        .ifPresent(medium -> StockLedger.close(medium, Optional.of(reason), store));
  }

  private static void move(
      String issuance,
      SheetNumber sheet,
      Set<SheetPlace> from,
      SheetPlace to,
      ProjectionStore store) {
    Optional<SheetPlace> place =
        store.first(
            "SELECT place FROM stock_sheet WHERE number = ? AND issuance = ?",
            row -> SheetPlace.valueOf(row.text("place")),
            sheet.text(),
            issuance);
    if (place.filter(from::contains).isEmpty()) {
      throw new IllegalStateException("sheet " + sheet + " is " + place + ", not to be " + to);
    }
    store.update("UPDATE stock_sheet SET place = ? WHERE number = ?", to.name(), sheet.text());
  }
}
