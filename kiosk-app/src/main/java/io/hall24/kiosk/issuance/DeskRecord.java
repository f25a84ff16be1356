package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journal.Rejection;
import io.hall24.kiosk.licence.Copy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The desk's pen: writes into the journal and asks the ledgers that follow from it. */
final class DeskRecord {
  private final Journal journal;

  DeskRecord(Journal journal) {
    this.journal = journal;
  }

  /**
   * Writes events, all or none.
   *
   * @throws RecordFailure when they are not known to be on the disk
   */
  void write(Event... events) {
    switch (journal.appendAll(List.of(events))) {
      case AppendResult.Durable<List<Recorded<?>>> _ -> {}
      case AppendResult.NotRecorded<List<Recorded<?>>>(var reason, var detail) ->
          throw new RecordFailure(reason, detail);
    }
  }

  List<OpenIssuance> open() {
    return journal.read(IssuanceLedger::open);
  }

  Optional<OpenIssuance> find(String issuanceId) {
    return journal.read(store -> IssuanceLedger.find(issuanceId, store));
  }

  int spoiled(Ticket ticket) {
    return journal.read(store -> IssuanceLedger.spoiled(ticket.orderId(), ticket.copy(), store));
  }

  StockCount stock(Medium medium) {
    return journal.read(store -> StockLedger.count(medium, store));
  }

  /** Whose seal is on the next sheets of a tray that an authority must not print on. */
  Optional<String> foreignSeal(Medium medium, int sheets, String authority) {
    return journal.read(store -> StockLedger.nextSeals(medium, sheets, store)).stream()
        .filter(seal -> !seal.equals(authority))
        .findFirst();
  }

  /** Sequences of events that the registry took and does not accept. */
  Set<Long> rejected() {
    return journal.rejections().stream().map(Rejection::sequence).collect(Collectors.toSet());
  }

  Journal journal() {
    return journal;
  }

  /** The tray that a copy is printed from (市监注〔2018〕253号: 正本 A3, 副本内芯 A4). */
  static Medium mediumOf(Copy copy) {
    return switch (copy) {
      case Copy.Original _ -> Medium.A3;
      case Copy.Duplicate _ -> Medium.A4;
    };
  }
}
