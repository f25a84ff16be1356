package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares four records that were kept apart: the registry's, the journal's, the stock ledger's,
 * and the paper itself with the printer's own list of documents. Names every disagreement.
 */
final class Judge {
  private final Town town;
  private final Terminal terminal;
  private final List<String> complaints = new ArrayList<>();

  private Judge(Town town, Terminal terminal) {
    this.town = town;
    this.terminal = terminal;
  }

  static List<String> complaints(Town town, Terminal terminal) throws IOException {
    var judge = new Judge(town, terminal);
    judge.journalAndRegistry();
    judge.onlyUnknownIsOpen();
    judge.stockAndPaper();
    judge.stockAndRegistry();
    judge.printerAndJournal();
    judge.validLicences();
    return judge.complaints;
  }

  private void expect(boolean holds, String complaint) {
    if (!holds) {
      complaints.add(complaint);
    }
  }

  private void journalAndRegistry() {
    var known = town.registry().events(terminal.journal().head().journalId());
    expect(
        known.size() == terminal.journal().head().sequence(),
        "the registry has " + known.size() + " of " + terminal.journal().head().sequence());
    known.stream()
        .filter(event -> event.rejection().isPresent())
        .forEach(event -> complaints.add("rejected: " + event));
    expect(!town.registry().forked(terminal.journal().head().journalId()), "the journal is a fork");
  }

  private void onlyUnknownIsOpen() {
    List<OpenIssuance> open = terminal.desk().open();
    open.stream()
        .filter(issuance -> issuance.state() != IssuanceState.UNKNOWN)
        .forEach(issuance -> complaints.add("open: " + issuance));
    Set<String> ids = open.stream().map(it -> it.ticket().issuanceId()).collect(Collectors.toSet());
    Set<String> locked = new HashSet<>(ids);
    terminal.announced().held().forEach(held -> locked.add(held.ticket().issuanceId()));
    expect(
        new HashSet<>(town.registry().openIssuances()).equals(locked),
        "the registry has open " + town.registry().openIssuances() + ", the terminal " + locked);
  }

  private Map<String, SheetPlace> ledger() {
    return terminal
        .journal()
        .read(store ->
            store
                .query(
                    "SELECT number, place FROM stock_sheet",
                    row -> Map.entry(row.text("number"), SheetPlace.valueOf(row.text("place"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void stockAndPaper() throws IOException {
    Map<String, SheetPlace> ledger = ledger();
    Set<String> tray =
        Stream.of(Medium.values())
            .flatMap(medium -> town.printer().tray(medium).stream())
            .map(sheet -> sheet.getFileName().toString().replace(".pdf", ""))
            .collect(Collectors.toSet());
    Set<String> taken = Set.copyOf(FolderPrinter.numbers(town.mechanics().taken()));
    Set<String> bin = Set.copyOf(FolderPrinter.numbers(town.mechanics().retained()));
    Set<String> stuck = Set.copyOf(FolderPrinter.numbers(town.mechanics().jammed()));
    Set<String> output = Set.copyOf(FolderPrinter.numbers(town.mechanics().output()));
    ledger.forEach((number, place) -> {
      Collection<Set<String>> allowed =
          switch (place) {
            case IN_TRAY, RESERVED -> List.of(tray);
            case IN_PROCESS, PRESENTED -> List.of(tray, output, stuck, bin, taken);
            case COLLECTED -> List.of(taken);
            case RETAINED -> List.of(bin);
            case SPOILED -> trayClosed(number) ? List.of(bin, stuck, output, tray) : List.of(bin);
            case TEST, REMOVED, MISSING -> List.of(bin, stuck, taken, Set.of(number));
          };
      expect(
          allowed.stream().anyMatch(where -> where.contains(number)),
          "sheet " + number + " is " + place + " in the ledger and not there");
    });
    for (Medium medium : Medium.values()) {
      expect(terminal.stock().count(medium).balanced(), "stock of " + medium + " is not balanced");
    }
  }

  private boolean trayClosed(String number) {
    Medium medium = number.startsWith("ZB") ? Medium.A3 : Medium.A4;
    return terminal.stock().count(medium).closed().isPresent();
  }

  private void stockAndRegistry() {
    Map<String, SheetPlace> ledger = ledger();
    town.registry()
        .sheets()
        .forEach((number, state) -> {
          SheetPlace place = ledger.get(number);
          String expected =
              place == null
                  ? "none"
                  : switch (place) {
                    case IN_TRAY -> "UNISSUED";
                    case RESERVED, IN_PROCESS, PRESENTED -> "IN_ISSUE";
                    case COLLECTED -> "ACTIVE";
                    case SPOILED, RETAINED, TEST, MISSING -> "VOID";
                    case REMOVED -> "REMOVED";
                  };
          expect(
              state.equals(expected),
              "sheet " + number + " is " + place + " here and " + state + " at the registry");
        });
  }

  /** A document without a recorded intent, or two for one issuance, is a print nobody ordered. */
  private void printerAndJournal() {
    List<String> intents =
        terminal
            .journal()
            .events(1, IssuanceEvent.Printing.class)
            .map(recorded -> recorded.event().ticket().issuanceId())
            .toList();
    List<String> documents = town.printer().documents();
    documents.stream()
        .filter(document -> !intents.contains(document))
        .forEach(document -> complaints.add("printed without an intent: " + document));
    expect(documents.size() == new HashSet<>(documents).size(), "printed twice: " + documents);
  }

  private void validLicences() {
    for (Order order : Town.orders()) {
      for (Copy copy : order.pending()) {
        int valid = town.registry().validLicences(order.orderId(), copy.code());
        expect(valid <= 1, valid + " valid licences for " + order.orderId() + " " + copy.code());
      }
    }
  }
}
