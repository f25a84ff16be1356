package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where two persons load, remove and count numbered sheets. */
public final class StockRoom {
  private final Journal journal;
  private final DeskRecord record;

  public StockRoom(Journal journal) {
    this.journal = journal;
    this.record = new DeskRecord(journal);
  }

  /** The stock of one medium. */
  public StockCount count(Medium medium) {
    return record.stock(medium);
  }

  /** Puts sheets without a seal behind those in the tray; removed ones may come back. */
  public StaffAnswer load(Medium medium, SheetRange sheets, TwoPersons persons) {
    return load(medium, sheets, Optional.empty(), persons);
  }

  /**
   * Puts sheets behind those in the tray.
   *
   * @param sealOf the authority whose seal they bear
   */
  public StaffAnswer load(
      Medium medium, SheetRange sheets, Optional<String> sealOf, TwoPersons persons) {
    boolean known =
        numbers(sheets).stream()
            .anyMatch(
                number -> journal.read(store -> StockLedger.placeOf(number, store)).isPresent());
    return known
        ? new StaffAnswer.DoesNotFit(sheets.from() + " to " + sheets.to() + " was loaded before")
        : write(
            List.of(
                new StockEvent.Loaded(
                    medium, sheets.from(), sheets.to(), persons.names(), sealOf)));
  }

  /** Takes sheets out of the tray. */
  public StaffAnswer remove(Medium medium, SheetRange sheets, String reason, TwoPersons persons) {
    return inTray(sheets)
        ? write(
            List.of(
                new StockEvent.Removed(
                    medium, sheets.from(), sheets.to(), persons.names(), reason)))
        : new StaffAnswer.DoesNotFit(sheets.from() + " to " + sheets.to() + " is not in the tray");
  }

  /**
   * Takes down a count. The tray opens again when the count, after the sheets that are named as
   * missing, agrees with the ledger; otherwise it closes.
   *
   * @param counted sheets that lie in the tray
   * @param missing numbers that the ledger has in the tray and that are not there
   */
  public StaffAnswer counted(
      Medium medium, int counted, List<SheetNumber> missing, TwoPersons persons) {
    if (!missing.stream().allMatch(number -> inTray(new SheetRange(number, number)))) {
      return new StaffAnswer.DoesNotFit("not in the tray: " + missing);
    }
    int expected = record.stock(medium).at(SheetPlace.IN_TRAY) - missing.size();
    List<Event> events = new ArrayList<>();
    missing.forEach(
        number -> events.add(new StockEvent.SheetMissing(medium, number, "not found in a count")));
    events.add(new StockEvent.Counted(medium, counted, expected, persons.names()));
    if (counted == expected) {
      events.add(new StockEvent.TrayOpened(medium, "counted"));
    }
    return write(events);
  }

  private boolean inTray(SheetRange sheets) {
    return numbers(sheets).stream()
        .allMatch(number ->
            journal
                .read(store -> StockLedger.placeOf(number, store))
                .filter(SheetPlace.IN_TRAY::equals)
                .isPresent());
  }

  private static List<SheetNumber> numbers(SheetRange sheets) {
    return IntStream.range(0, sheets.size()).mapToObj(place -> sheets.from().plus(place)).toList();
  }

  private StaffAnswer write(List<Event> events) {
    try {
      record.write(events.toArray(Event[]::new));
      return new StaffAnswer.Recorded();
    } catch (RecordFailure failed) {
      return new StaffAnswer.NotRecorded(String.valueOf(failed.getMessage()));
    }
  }
}
