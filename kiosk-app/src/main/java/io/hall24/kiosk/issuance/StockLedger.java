package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.ProjectionStore;
import io.hall24.kiosk.journal.ReadStore;
import io.hall24.kiosk.journal.Recorded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every numbered sheet is: one row a sheet, and beside the rows a tally of what was loaded.
 * After each event the places must add up to the tally, or the event is refused.
 */
public final class StockLedger implements Projection {
  @Override
  public String name() {
    return "stock";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("stock_sheet", "stock_tray");
  }

  @Override
  public void create(ProjectionStore store) {
    store.update(
        """
        CREATE TABLE stock_sheet (
          number TEXT PRIMARY KEY, medium TEXT NOT NULL, position INTEGER NOT NULL,
          place TEXT NOT NULL, issuance TEXT, seal_of TEXT) STRICT\
        """);
    store.update("CREATE INDEX stock_sheet_place ON stock_sheet (medium, place, position)");
    store.update("CREATE INDEX stock_sheet_issuance ON stock_sheet (issuance)");
    store.update(
        """
        CREATE TABLE stock_tray (
          medium TEXT PRIMARY KEY, loaded INTEGER NOT NULL, closed TEXT) STRICT\
        """);
  }

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    switch (recorded.event()) {
      case StockEvent event -> {
        handle(event, store);
        check(event.medium(), store);
      }
      case IssuanceEvent event -> {
        SheetMoves.follow(event, store);
        mediumOf(event.ticket().issuanceId(), store).ifPresent(medium -> check(medium, store));
      }
      default -> {}
    }
  }

  private static void handle(StockEvent event, ProjectionStore store) {
    switch (event) {
      case StockEvent.Loaded(var medium, var from, var to, _, var sealOf) ->
          load(medium, new SheetRange(from, to), sealOf, store);
      case StockEvent.Removed(var medium, var from, var to, _, _) ->
          takeOut(medium, new SheetRange(from, to), store);
      case StockEvent.TestPrinted(var medium, var sheet, _) ->
          fromTray(medium, sheet, SheetPlace.TEST, store);
      case StockEvent.SheetMissing(var medium, var sheet, _) ->
          fromTray(medium, sheet, SheetPlace.MISSING, store);
      case StockEvent.TrayClosed(var medium, var reason) ->
          close(medium, Optional.of(reason), store);
      case StockEvent.TrayOpened(var medium, _) -> close(medium, Optional.empty(), store);
      case StockEvent.Counted(var medium, var counted, var expected, _) -> {
        if (expected != count(medium, store).at(SheetPlace.IN_TRAY)) {
          throw new IllegalStateException("counted against " + expected + " in the tray");
        }
        if (counted != expected) {
          close(medium, Optional.of("counted " + counted + " of " + expected), store);
        }
      }
    }
  }

  private static void load(
      Medium medium, SheetRange range, Optional<String> sealOf, ProjectionStore store) {
    store.update(
        "INSERT INTO stock_tray (medium, loaded) VALUES (?, 0) ON CONFLICT (medium) DO NOTHING",
        medium.keyword());
    long behind =
        store
            .first(
                "SELECT coalesce(max(position), 0) AS last FROM stock_sheet",
                row -> row.number("last"))
            .orElse(0L);
    for (int i = 0; i < range.size(); i++) {
      put(medium, range.from().plus(i), behind + 1 + i, store);
      store.update(
          "UPDATE stock_sheet SET seal_of = ? WHERE number = ?",
          sealOf,
          range.from().plus(i).text());
    }
  }

  /** A removed sheet that comes back was counted as loaded before. */
  private static void put(Medium medium, SheetNumber sheet, long position, ProjectionStore store) {
    int back =
        store.update(
            """
            UPDATE stock_sheet SET place = 'IN_TRAY', position = ?
            WHERE number = ? AND medium = ? AND place = 'REMOVED'\
            """,
            position,
            sheet.text(),
            medium.keyword());
    if (back == 0) {
      store.update(
          "INSERT INTO stock_sheet (number, medium, position, place) VALUES (?, ?, ?, 'IN_TRAY')",
          sheet.text(),
          medium.keyword(),
          position);
      store.update("UPDATE stock_tray SET loaded = loaded + 1 WHERE medium = ?", medium.keyword());
    }
  }

  private static void takeOut(Medium medium, SheetRange range, ProjectionStore store) {
    for (int i = 0; i < range.size(); i++) {
      fromTray(medium, range.from().plus(i), SheetPlace.REMOVED, store);
    }
  }

  private static void fromTray(
      Medium medium, SheetNumber sheet, SheetPlace place, ProjectionStore store) {
    int moved =
        store.update(
            """
            UPDATE stock_sheet SET place = ?
            WHERE number = ? AND medium = ? AND place = 'IN_TRAY'\
            """,
            place.name(),
            sheet.text(),
            medium.keyword());
    if (moved != 1) {
      throw new IllegalStateException("sheet " + sheet + " is not in the tray");
    }
  }

  static void close(Medium medium, Optional<String> reason, ProjectionStore store) {
    store.update("UPDATE stock_tray SET closed = ? WHERE medium = ?", reason, medium.keyword());
  }

  private static void check(Medium medium, ReadStore store) {
    StockCount count = count(medium, store);
    if (!count.balanced()) {
      throw new IllegalStateException("stock does not add up: " + count);
    }
  }

  static Optional<Medium> mediumOf(String issuanceId, ReadStore store) {
    return store
        .first(
            "SELECT medium FROM stock_sheet WHERE issuance = ?",
            row -> row.text("medium"),
            issuanceId)
        .flatMap(Medium::ofKeyword);
  }

  /** The stock of one medium. */
  public static StockCount count(Medium medium, ReadStore store) {
    Map<SheetPlace, Integer> places = new EnumMap<>(SheetPlace.class);
    for (SheetPlace place : SheetPlace.values()) {
      places.put(place, 0);
    }
    store
        .query(
            "SELECT place, count(*) AS sheets FROM stock_sheet WHERE medium = ? GROUP BY place",
            row -> Map.entry(SheetPlace.valueOf(row.text("place")), (int) row.number("sheets")),
            medium.keyword())
        .forEach(place -> places.put(place.getKey(), place.getValue()));
    record Tray(int loaded, Optional<String> closed) {}
    Tray tray =
        store
            .first(
                "SELECT loaded, closed FROM stock_tray WHERE medium = ?",
                row -> new Tray((int) row.number("loaded"), row.optionalText("closed")),
                medium.keyword())
            .orElse(new Tray(0, Optional.empty()));
    return new StockCount(medium, tray.loaded(), places, next(medium, store), tray.closed());
  }

  /** The number that the next sheet of a tray has to carry; empty when the tray is empty. */
  public static Optional<SheetNumber> next(Medium medium, ReadStore store) {
    return store
        .first(
            """
            SELECT number FROM stock_sheet WHERE medium = ? AND place = 'IN_TRAY'
            ORDER BY position LIMIT 1\
            """,
            row -> row.text("number"),
            medium.keyword())
        .map(SheetNumber::new);
  }

  /** The authority whose seal the next sheets of a tray bear, one for each sheet that bears one. */
  static List<String> nextSeals(Medium medium, int sheets, ReadStore store) {
    return store
        .query(
            """
            SELECT seal_of FROM stock_sheet WHERE medium = ? AND place = 'IN_TRAY'
            ORDER BY position LIMIT ?\
            """,
            row -> row.optionalText("seal_of"),
            medium.keyword(),
            sheets)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Where one sheet is, if it was ever loaded. */
  public static Optional<SheetPlace> placeOf(SheetNumber sheet, ReadStore store) {
    return store.first(
        "SELECT place FROM stock_sheet WHERE number = ?",
        row -> SheetPlace.valueOf(row.text("place")),
        sheet.text());
  }
}
