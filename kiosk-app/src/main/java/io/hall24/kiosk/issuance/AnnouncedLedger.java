package io.hall24.kiosk.issuance;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.ProjectionStore;
import io.hall24.kiosk.journal.ReadStore;
import io.hall24.kiosk.journal.Recorded;
import io.hall24.kiosk.journal.Row;
import io.hall24.kiosk.licence.Copy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grants for announced visits. What was signed is forgotten in the transaction that records the
 * request of its issuance, so that none is used twice; that it came is remembered.
 */
public final class AnnouncedLedger implements Projection {
  /**
   * A grant that is held.
   *
   * @param ticket the issuance that it permits
   * @param notAfter until when, by the registry's time
   * @param jws the signed grant; empty once its key was destroyed
   */
  public record Held(Ticket ticket, Instant notAfter, Optional<String> jws) {}

  @Override
  public String name() {
    return "announced";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of("announced_grant");
  }

  @Override
  public void create(ProjectionStore store) {
    store.update(
        """
        CREATE TABLE announced_grant (
          issuance TEXT PRIMARY KEY, order_id TEXT NOT NULL, copy TEXT NOT NULL,
          not_after INTEGER NOT NULL, sealed_jws BLOB) STRICT\
        """);
  }

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    switch (recorded.event()) {
      case AnnouncementEvent.Granted(var ticket, _, var notAfter, var jws) ->
          store.update(
              "INSERT INTO announced_grant (issuance, order_id, copy, not_after, sealed_jws)"
                  + " VALUES (?, ?, ?, ?, ?)",
              ticket.issuanceId(),
              ticket.orderId(),
              ticket.copy().code(),
              notAfter.toEpochMilli(),
              store.seal(Bytes.utf8(jws)));
      case IssuanceEvent.Requested(var ticket) ->
          store.update(
              "UPDATE announced_grant SET sealed_jws = NULL WHERE issuance = ?",
              ticket.issuanceId());
      default -> {}
    }
  }

  /** Everything that is held. */
  public static List<Held> held(ReadStore store) {
    return store.query(
        "SELECT * FROM announced_grant WHERE sealed_jws IS NOT NULL ORDER BY not_after, issuance",
        row -> read(row, store));
  }

  /** The issuances of all grants that ever came, used or not. */
  static Set<String> known(ReadStore store) {
    return Set.copyOf(
        store.query("SELECT issuance FROM announced_grant", row -> row.text("issuance")));
  }

  private static Held read(Row row, ReadStore store) {
    return new Held(
        new Ticket(row.text("issuance"), row.text("order_id"), Copy.ofCode(row.text("copy"))),
        Instant.ofEpochMilli(row.number("not_after")),
        store.unseal(row.bytes("sealed_jws")).map(Bytes::text));
  }
}
