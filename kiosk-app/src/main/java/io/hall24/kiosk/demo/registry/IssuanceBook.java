package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import io.hall24.kiosk.demo.registry.EventReading.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The life of every issuance, as the terminals' events tell it. */
final class IssuanceBook {
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
  private final SheetBook sheets;

  IssuanceBook(SheetBook sheets) {
    this.sheets = sheets;
  }

  /** An issuance as the registry has it. */
  static Optional<Row> find(Page page, String issuance) {
    return page.row("SELECT * FROM issuance WHERE issuance=?", issuance);
  }

  static Phase phase(Row row) {
    return Phase.valueOf(row.text("phase"));
  }

  /** Whether it locks its copy: a grant exists and nothing has ended it. */
  static boolean open(Row row) {
    return row.find("grant_id").isPresent() && !phase(row).ended() && row.number("voided") == 0;
  }

  /** The registry's side of one day of a terminal. */
  static Reply ofDay(Page page, String terminal, String day) {
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode().put("day", day);
    ArrayNode issuances = answer.putArray("issuances");
    page.rows(
            "SELECT * FROM issuance NATURAL JOIN issuance_begun WHERE terminal=? AND day=?"
                + " ORDER BY issuance",
            terminal,
            day)
        .forEach(row -> {
          ObjectNode issuance =
              issuances
                  .addObject()
                  .put("issuanceId", row.text("issuance"))
                  .put("orderId", row.text("order_id"))
                  .put("copy", row.text("copy"))
                  .put("phase", row.text("phase"));
          row.find("sheet").ifPresent(sheet -> issuance.put("sheet", sheet));
          row.find("grant_jws")
              .map(RegistryKey::contentOf)
              .ifPresent(grant -> issuance.put("faceHash", grant.get("faceHash").asText()));
        });
    return Reply.of("ReconciliationAnswer", answer);
  }

  Verdict take(Page page, Told told) {
    Phase next = Phase.ofEvent(told.type()).orElseThrow();
    Optional<Row> found = find(page, told.text("issuanceId"));
    if (found.isEmpty()) {
      return begin(page, told, next);
    }
    Row row = found.get();
    if (!belongs(row, told)) {
      return Verdict.rejected("WRONG_ORDER", "the id is another issuance's");
    }
    if (!next.mayFollow(phase(row))) {
      return Verdict.rejected("OUT_OF_TURN", next + " after " + phase(row));
    }
    Verdict verdict = consistent(page, told, row, next);
    if (verdict.equals(Verdict.ACCEPTED)) {
      if (phase(row) == Phase.ANNOUNCED) {
        begun(page, told);
      }
      page.change(
          "UPDATE issuance SET phase=? WHERE issuance=?", next.name(), row.text("issuance"));
      effects(page, told, row, next);
    }
    return verdict;
  }

  private static Verdict begin(Page page, Told told, Phase next) {
    if (next != Phase.REQUESTED && next != Phase.RELEASED) {
      return Verdict.rejected("OUT_OF_TURN", next + " of an issuance that never began");
    }
    page.change(
        "INSERT INTO issuance(issuance, terminal, journal, order_id, copy, phase, ending)"
            + " VALUES (?,?,?,?,?,?,?)",
        told.text("issuanceId"),
        told.terminal(),
        told.journal(),
        told.text("orderId"),
        told.text("copy"),
        next.name(),
        told.sequence());
    begun(page, told);
    return Verdict.ACCEPTED;
  }

  private static void begun(Page page, Told told) {
    page.change(
        "UPDATE issuance SET journal=? WHERE issuance=?", told.journal(), told.text("issuanceId"));
    page.change(
        "INSERT INTO issuance_begun VALUES (?,?)",
        told.text("issuanceId"),
        LocalDate.ofInstant(Instant.ofEpochMilli(told.recordedAt()), HALL).toString());
  }

  private static boolean belongs(Row row, Told told) {
    return row.text("terminal").equals(told.terminal())
        && row.text("order_id").equals(told.text("orderId"))
        && row.text("copy").equals(told.text("copy"));
  }

  private Verdict consistent(Page page, Told told, Row row, Phase next) {
    return switch (next) {
      case GRANTED -> sameGrant(row, told);
      case SHEET_RESERVED -> {
        Verdict grant = sameGrant(row, told);
        yield grant.equals(Verdict.ACCEPTED)
            ? sheets.fitFor(page, told.terminal(), told.text("sheet"), row.text("copy"))
            : grant;
      }
      case REFUSED ->
          row.find("grant_id").isEmpty()
              ? Verdict.ACCEPTED
              : Verdict.rejected("OUT_OF_TURN", "it was granted");
      case COLLECTED ->
          row.number("voided") == 0
              ? sameSheet(row, told)
              : Verdict.rejected("SHEET_VOID", "voided by an official");
      case PRINTING, PRINTED, PRESENTED, UNKNOWN, RETAINED -> sameSheet(row, told);
      case SPOILED, MISSING -> decided(row, told, next);
      case SETTLED ->
          told.said().get("ending").longValue() == row.number("ending")
              ? Verdict.ACCEPTED
              : Verdict.rejected("OUT_OF_TURN", "ended at " + row.number("ending"));
      case ANNOUNCED, REQUESTED, RELEASED -> Verdict.ACCEPTED;
    };
  }

  private static Verdict sameGrant(Row row, Told told) {
    if (row.number("voided") == 1) {
      return Verdict.rejected("GRANT_ENDED", "by an official");
    }
    return row.find("grant_id").filter(told.text("grantId")::equals).isPresent()
        ? Verdict.ACCEPTED
        : Verdict.rejected("NO_GRANT", "grant " + told.text("grantId"));
  }

  private static Verdict sameSheet(Row row, Told told) {
    return row.find("sheet").filter(told.text("sheet")::equals).isPresent()
        ? Verdict.ACCEPTED
        : Verdict.rejected("SHEET_DIFFERS", told.text("sheet"));
  }

  /** After Unknown two different persons decide. */
  private static Verdict decided(Row row, Told told, Phase next) {
    JsonNode persons = told.said().path("persons");
    boolean two = persons.size() == 2 && !persons.get(0).equals(persons.get(1));
    return phase(row) == Phase.UNKNOWN && !two
        ? Verdict.rejected("PAYLOAD_INVALID", next + " after UNKNOWN takes two persons")
        : sameSheet(row, told);
  }

  private void effects(Page page, Told told, Row row, Phase next) {
    String issuance = row.text("issuance");
    if (next.ended() && next != Phase.SETTLED) {
      page.change("UPDATE issuance SET ending=? WHERE issuance=?", told.sequence(), issuance);
    }
    switch (next) {
      case SHEET_RESERVED -> {
        page.change("UPDATE issuance SET sheet=? WHERE issuance=?", told.text("sheet"), issuance);
        sheets.become(page, told.text("sheet"), SheetBook.State.IN_ISSUE);
      }
      case RELEASED -> {
        row.find("sheet").ifPresent(sheet -> sheets.become(page, sheet, SheetBook.State.UNISSUED));
        // The next issuance gets this sheet: it must not count for both.
        page.change("UPDATE issuance SET sheet=NULL WHERE issuance=?", issuance);
      }
      case COLLECTED -> {
        sheets.become(page, row.text("sheet"), SheetBook.State.ACTIVE);
        page.change(
            "UPDATE copy SET issued=? WHERE order_id=? AND copy=?",
            row.text("sheet"),
            row.text("order_id"),
            row.text("copy"));
        NoticeBook.tell(
            page,
            row.text("order_id"),
            row.text("copy"),
            "COLLECTED",
            told.terminal(),
            Instant.ofEpochMilli(told.recordedAt()));
      }
      case SPOILED -> {
        sheets.become(page, row.text("sheet"), SheetBook.State.VOID);
        page.change(
            "UPDATE copy SET spoiled=spoiled+1 WHERE order_id=? AND copy=?",
            row.text("order_id"),
            row.text("copy"));
      }
      case RETAINED, MISSING -> sheets.become(page, row.text("sheet"), SheetBook.State.VOID);
      case ANNOUNCED,
          REQUESTED,
          GRANTED,
          PRINTING,
          PRINTED,
          PRESENTED,
          UNKNOWN,
          REFUSED,
          SETTLED -> {}
    }
  }
}
