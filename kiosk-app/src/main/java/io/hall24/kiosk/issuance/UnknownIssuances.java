package io.hall24.kiosk.issuance;

import io.hall24.kiosk.journal.Journal;
import java.util.Optional;

/** Where two persons say what became of a sheet that nobody can account for from here. */
public final class UnknownIssuances {
  private final DeskRecord record;

  public UnknownIssuances(Journal journal) {
    this.record = new DeskRecord(journal);
  }

  /** Ends an Unknown issuance by what they found; its tray is closed until it was counted. */
  public StaffAnswer resolve(String issuanceId, Resolution found, TwoPersons persons) {
    Optional<OpenIssuance> open =
        record.find(issuanceId).filter(it -> it.state() == IssuanceState.UNKNOWN);
    if (open.isEmpty()) {
      return new StaffAnswer.DoesNotFit("no Unknown issuance " + issuanceId);
    }
    Ticket ticket = open.get().ticket();
    SheetNumber sheet = open.get().sheet().orElseThrow();
    IssuanceEvent event =
        switch (found) {
          case Resolution.SheetFound _ ->
              new IssuanceEvent.Spoiled(
                  ticket, sheet, SpoilReason.FOUND, Optional.empty(), Optional.of(persons.names()));
          case Resolution.NoneFound(var reason) ->
              new IssuanceEvent.Missing(ticket, sheet, reason, persons.names());
        };
    try {
      record.write(
          event, new StockEvent.TrayClosed(DeskRecord.mediumOf(ticket.copy()), "after an Unknown"));
      return new StaffAnswer.Recorded();
    } catch (RecordFailure failed) {
      return new StaffAnswer.NotRecorded(String.valueOf(failed.getMessage()));
    }
  }
}
