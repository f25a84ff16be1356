package io.hall24.kiosk.issuance;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journal.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events of issuances and stock that the registry took into the chain and does not accept: each
 * stays open until two persons have found out why, and say so.
 */
public final class Compensations {
  private final Journal journal;

  public Compensations(Journal journal) {
    this.journal = journal;
  }

  /**
   * A rejected event that nobody has compensated.
   *
   * @param sequence of the event
   * @param type of the event
   * @param code why the registry does not accept it, in the contract's words
   */
  public record Open(long sequence, String type, String code) {}

  /** In order. */
  public List<Open> open() {
    List<Rejection> rejections = journal.rejections();
    if (rejections.isEmpty()) {
      return List.of();
    }
    Set<Long> compensated =
        journal
            .events(1, CompensationEvent.class)
            .map(recorded -> recorded.event().compensates())
            .collect(Collectors.toSet());
    List<Open> open = new ArrayList<>();
    for (Rejection rejection : rejections) {
      if (!compensated.contains(rejection.sequence())) {
        journal.after(rejection.sequence() - 1, 1).stream()
            .map(entry -> entry.header().type())
            .filter(type -> type.startsWith("issuance.") || type.startsWith("stock."))
            .map(type -> new Open(rejection.sequence(), type, rejection.code()))
            .forEach(open::add);
      }
    }
    return List.copyOf(open);
  }

  /** Ends what the rejection of an event left open. */
  public StaffAnswer compensate(long sequence, String reason, TwoPersons persons) {
    Optional<Open> rejected =
        open().stream().filter(candidate -> candidate.sequence() == sequence).findFirst();
    if (rejected.isEmpty()) {
      return new StaffAnswer.DoesNotFit("event " + sequence + " is not rejected and open");
    }
    try {
      new DeskRecord(journal).write(event(rejected.get(), reason, persons));
      return new StaffAnswer.Recorded();
    } catch (RecordFailure failed) {
      return new StaffAnswer.NotRecorded(String.valueOf(failed.getMessage()));
    }
  }

  private Event event(Open rejected, String reason, TwoPersons persons) {
    return issuanceOf(rejected.sequence())
        .<Event>map(ticket ->
            new CompensationEvent.OfIssuance(ticket, rejected.sequence(), reason, persons.names()))
        .orElseGet(
            () -> new CompensationEvent.OfStock(rejected.sequence(), reason, persons.names()));
  }

  private Optional<Ticket> issuanceOf(long sequence) {
    return journal
        .events(sequence, IssuanceEvent.class)
        .findFirst()
        .filter(recorded -> recorded.sequence() == sequence)
        .map(Recorded::event)
        .map(IssuanceEvent::ticket);
  }
}
