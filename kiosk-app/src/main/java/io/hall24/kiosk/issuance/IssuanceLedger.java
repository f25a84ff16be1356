package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.ProjectionStore;
import io.hall24.kiosk.journal.ReadStore;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journal.Row;
import io.hall24.kiosk.licence.Copy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The open issuances, and how many sheets each copy has cost. Refuses, and so keeps out of the
 * journal, every event that the state table does not allow.
 */
public final class IssuanceLedger implements Projection {
  @Override
  public String name() {
    return "issuance";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("issuance_open", "issuance_spoiled");
  }

  @Override
  public void create(ProjectionStore store) {
    store.update(
        """
        CREATE TABLE issuance_open (
          issuance TEXT PRIMARY KEY, order_id TEXT NOT NULL, copy TEXT NOT NULL, state TEXT NOT NULL,
          grant_id TEXT, sealed_qr BLOB, medium TEXT, sheet TEXT, job INTEGER,
          sequence INTEGER NOT NULL) STRICT\
        """);
    store.update(
        """
        CREATE TABLE issuance_spoiled (
          order_id TEXT NOT NULL, copy TEXT NOT NULL, sheets INTEGER NOT NULL,
          PRIMARY KEY (order_id, copy)) STRICT\
        """);
  }

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    if (recorded.event() instanceof IssuanceEvent event) {
      move(event, recorded.sequence(), store);
      keepDetails(event, store);
    }
    if (recorded.event() instanceof CompensationEvent.OfIssuance compensation) {
      close(compensation, store);
    }
  }

  /** What the registry will never settle is over when two persons have answered for it. */
  private static void close(CompensationEvent.OfIssuance compensation, ProjectionStore store) {
    String id = compensation.ticket().issuanceId();
    boolean over =
        find(id, store)
            .filter(open -> open.state().ended())
            .filter(open -> open.lastSequence() == compensation.compensates())
            .isPresent();
    if (over) {
      store.update("DELETE FROM issuance_open WHERE issuance = ?", id);
    }
  }

  private static void move(IssuanceEvent event, long sequence, ProjectionStore store) {
    Ticket ticket = event.ticket();
    Optional<OpenIssuance> before = find(ticket.issuanceId(), store);
    if (event instanceof IssuanceEvent.Requested) {
      if (before.isPresent()) {
        throw new IllegalStateException(ticket.issuanceId() + " was requested before");
      }
      store.update(
          "INSERT INTO issuance_open (issuance, order_id, copy, state, sequence) VALUES (?,?,?,?,?)",
          ticket.issuanceId(),
          ticket.orderId(),
          ticket.copy().code(),
          event.state().name(),
          sequence);
      return;
    }
    OpenIssuance open =
        before.orElseThrow(() -> new IllegalStateException(ticket.issuanceId() + " is not open"));
    if (!open.ticket().equals(ticket) || !open.state().mayBecome(event.state())) {
      throw new IllegalStateException(open + " does not become " + event.state());
    }
    store.update(
        "UPDATE issuance_open SET state = ?, sequence = ? WHERE issuance = ?",
        event.state().name(),
        sequence,
        ticket.issuanceId());
  }

  private static void keepDetails(IssuanceEvent event, ProjectionStore store) {
    String id = event.ticket().issuanceId();
    switch (event) {
      case IssuanceEvent.Granted(_, var grantId, var jws) ->
          store.update(
              "UPDATE issuance_open SET grant_id = ?, sealed_qr = ? WHERE issuance = ?",
              grantId,
              store.seal(Bytes.utf8(GrantText.qr(jws))),
              id);
      case IssuanceEvent.SheetReserved(_, _, var medium, var sheet, var jobId) ->
          store.update(
              "UPDATE issuance_open SET medium = ?, sheet = ?, job = ? WHERE issuance = ?",
              medium.keyword(),
              sheet.text(),
              jobId,
              id);
      case IssuanceEvent.Spoiled(var ticket, _, _, _, _) ->
          store.update(
              """
              INSERT INTO issuance_spoiled (order_id, copy, sheets) VALUES (?, ?, 1)
              ON CONFLICT (order_id, copy) DO UPDATE SET sheets = sheets + 1\
              """,
              ticket.orderId(),
              ticket.copy().code());
      case IssuanceEvent.Settled _ ->
          store.update("DELETE FROM issuance_open WHERE issuance = ?", id);
      case IssuanceEvent.Requested _,
          IssuanceEvent.Refused _,
          IssuanceEvent.Released _,
          IssuanceEvent.Printing _,
          IssuanceEvent.Printed _,
          IssuanceEvent.Presented _,
          IssuanceEvent.Collected _,
          IssuanceEvent.Retained _,
          IssuanceEvent.Unknown _,
          IssuanceEvent.Missing _ -> {}
    }
  }

  /** Everything that is not settled, in the order in which it last changed. */
  public static List<OpenIssuance> open(ReadStore store) {
    return store.query("SELECT * FROM issuance_open ORDER BY sequence", row -> read(row, store));
  }

  /** One issuance, if it is not settled. */
  public static Optional<OpenIssuance> find(String issuanceId, ReadStore store) {
    return store.first(
        "SELECT * FROM issuance_open WHERE issuance = ?", row -> read(row, store), issuanceId);
  }

  /** How many sheets were spoiled for one copy of an order. */
  public static int spoiled(String orderId, Copy copy, ReadStore store) {
    return store
        .first(
            "SELECT sheets FROM issuance_spoiled WHERE order_id = ? AND copy = ?",
            row -> (int) row.number("sheets"),
            orderId,
            copy.code())
        .orElse(0);
  }

  private static OpenIssuance read(Row row, ReadStore store) {
    return new OpenIssuance(
        new Ticket(row.text("issuance"), row.text("order_id"), Copy.ofCode(row.text("copy"))),
        IssuanceState.valueOf(row.text("state")),
        row.optionalText("grant_id"),
        row.optionalBytes("sealed_qr").flatMap(store::unseal).map(Bytes::text),
        row.optionalText("medium").flatMap(Medium::ofKeyword),
        row.optionalText("sheet").map(SheetNumber::new),
        row.optionalNumber("job")
            .map(job -> OptionalInt.of(Math.toIntExact(job)))
            .orElse(OptionalInt.empty()),
        row.number("sequence"));
  }
}
