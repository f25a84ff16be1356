package io.hall24.kiosk.ops.daybook;

import io.hall24.config.HallTime;
import io.hall24.device.Medium;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.Recorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the terminal itself recorded of one day of the hall: the issuances that began on it, with
 * all that became of them later, and the trays.
 */
final class Daybook {
  private final LocalDate day;
  private final Map<String, DayIssuance> issuances = new LinkedHashMap<>();
  private final Map<String, Medium> reserved = new LinkedHashMap<>();
  private final Map<Medium, Tray> trays = new EnumMap<>(Medium.class);
  private final Map<SheetNumber, SheetPlace> places = new LinkedHashMap<>();

  private Daybook(LocalDate day) {
    this.day = day;
    for (Medium medium : Medium.values()) {
      trays.put(medium, new Tray(0, 0));
    }
  }

  /**
   * Sheets in a tray.
   *
   * @param opening when the day began
   * @param closing when it ended, or now
   */
  record Tray(int opening, int closing) {
    private Tray plus(int sheets, boolean before) {
      return new Tray(before ? opening + sheets : opening, closing + sheets);
    }
  }

  static Daybook of(Journal journal, LocalDate day) {
    var book = new Daybook(day);
    journal.events(1, IssuanceEvent.class).forEach(book::issuance);
    journal.events(1, StockEvent.class).forEach(book::stock);
    book.issuances.values().stream()
        .flatMap(issuance -> issuance.sheet().stream())
        .forEach(sheet ->
            journal
                .read(store -> StockLedger.placeOf(sheet, store))
                .ifPresent(place -> book.places.put(sheet, place)));
    return book;
  }

  List<DayIssuance> issuances() {
    return List.copyOf(issuances.values());
  }

  Map<Medium, Tray> trays() {
    return Map.copyOf(trays);
  }

  /** Where the stock ledger has a sheet of one of the issuances. */
  Optional<SheetPlace> placeOf(SheetNumber sheet) {
    return Optional.ofNullable(places.get(sheet));
  }

  private LocalDate dayOf(Recorded<?> recorded) {
    return LocalDate.ofInstant(recorded.recordedAt(), HallTime.ZONE);
  }

  private void issuance(Recorded<? extends IssuanceEvent> recorded) {
    IssuanceEvent event = recorded.event();
    String id = event.ticket().issuanceId();
    boolean begins = event instanceof IssuanceEvent.Requested && dayOf(recorded).equals(day);
    if (begins || issuances.containsKey(id)) {
      issuances.merge(id, first(recorded), Daybook::joined);
    }
    switch (event) {
      case IssuanceEvent.SheetReserved sheet -> {
        reserved.put(id, sheet.medium());
        move(recorded, sheet.medium(), -1);
      }
      case IssuanceEvent.Released _ ->
          Optional.ofNullable(reserved.get(id)).ifPresent(medium -> move(recorded, medium, 1));
      default -> {}
    }
  }

  private static DayIssuance first(Recorded<? extends IssuanceEvent> recorded) {
    IssuanceEvent event = recorded.event();
    return new DayIssuance(
        event.ticket(),
        List.of(new DayIssuance.Step(event.state(), recorded.recordedAt())),
        event instanceof IssuanceEvent.SheetReserved reserved
            ? Optional.of(reserved.sheet())
            : Optional.empty(),
        event instanceof IssuanceEvent.Granted granted
            ? Optional.of(granted.faceHash())
            : Optional.empty());
  }

  private static DayIssuance joined(DayIssuance before, DayIssuance next) {
    List<DayIssuance.Step> steps = new ArrayList<>(before.steps());
    steps.addAll(next.steps());
    return new DayIssuance(
        before.ticket(),
        steps,
        before.sheet().or(next::sheet),
        before.faceHash().or(next::faceHash));
  }

  private void stock(Recorded<? extends StockEvent> recorded) {
    switch (recorded.event()) {
      case StockEvent.Loaded(var medium, var from, var to, _, _) ->
          move(recorded, medium, new SheetRange(from, to).size());
      case StockEvent.Removed(var medium, var from, var to, _, _) ->
          move(recorded, medium, -new SheetRange(from, to).size());
      case StockEvent.TestPrinted(var medium, _, _) -> move(recorded, medium, -1);
      case StockEvent.SheetMissing(var medium, _, _) -> move(recorded, medium, -1);
      case StockEvent.Counted _, StockEvent.TrayClosed _, StockEvent.TrayOpened _ -> {}
    }
  }

  private void move(Recorded<? extends Event> recorded, Medium medium, int sheets) {
    if (!dayOf(recorded).isAfter(day)) {
      trays.computeIfPresent(medium, (_, tray) -> tray.plus(sheets, dayOf(recorded).isBefore(day)));
    }
  }
}
