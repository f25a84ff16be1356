package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Answers who may collect what, and grants copies, each to one issuance at a time. */
final class GrantDesk {
  private static final int MOST_SPOILED = 2;
  private static final int VALID_SECONDS = 300;
  private final RegistryKey key;
  private final CollectorBook collectors = new CollectorBook();

  GrantDesk(RegistryKey key) {
    this.key = key;
  }

  Reply orders(Page page, String terminal, JsonNode query, Instant now) {
    return isReported(page, query)
        ? reported()
        : Reply.of("OrdersAnswer", collectors.orders(page, terminal, query, now));
  }

  /** Whether the issuer of a document has reported it lost or stolen. */
  static boolean isReported(Page page, JsonNode document) {
    return page.row(
            "SELECT * FROM reported WHERE type=? AND number=? AND nationality=?",
            document.get("documentType").asText(),
            document.get("documentNumber").asText(),
            document.get("nationality").asText())
        .isPresent();
  }

  static Reply reported() {
    return Reply.problem(403, "DOCUMENT_REPORTED", "its issuer has reported it");
  }

  Reply grant(Page page, String terminal, JsonNode request, Instant now) {
    JsonNode head = request.get("head");
    String journalId = head.get("journalId").asText();
    Optional<Row> journal = ChainDesk.journal(page, terminal, journalId);
    if (journal.isEmpty()) {
      return Reply.problem(403, "NOT_ENROLLED", "journal " + journalId);
    }
    if (ChainDesk.forked(journal.get())) {
      return refused("JOURNAL_FORKED");
    }
    long sequence = head.get("sequence").longValue();
    long known = journal.get().number("known");
    if (sequence > known) {
      return answer("BEHIND", node -> node.put("knownSequence", known));
    }
    String hash = ChainDesk.hashAt(page, journalId, sequence).orElse(ChainRules.ORIGIN);
    if (!hash.equals(head.get("hash").asText())) {
      ChainDesk.markForked(page, journalId, sequence, "OTHER_HASH");
      return refused("JOURNAL_FORKED");
    }
    return issuance(page, terminal, request, now);
  }

  private Reply issuance(Page page, String terminal, JsonNode request, Instant now) {
    Optional<Row> found = IssuanceBook.find(page, request.get("issuanceId").asText());
    if (found.isEmpty()) {
      return Reply.problem(
          409, "NOT_REQUESTED", "no issuance.requested of this id is in the journal");
    }
    Row row = found.get();
    if (!row.text("terminal").equals(terminal)
        || !row.text("order_id").equals(request.get("orderId").asText())
        || !row.text("copy").equals(request.get("copy").asText())) {
      return Reply.problem(409, "ISSUANCE_CONFLICT", "the id belongs to another order or copy");
    }
    if (row.find("refusal").isPresent()) {
      return refused(row.text("refusal"));
    }
    if (row.find("grant_jws").isPresent()) {
      return IssuanceBook.open(row)
          ? granted(row.text("grant_jws"))
          : refused(IssuanceBook.phase(row) == Phase.RELEASED ? "RELEASED" : "GRANT_ENDED");
    }
    return decide(page, row, now);
  }

  private Reply decide(Page page, Row row, Instant now) {
    Optional<String> obstacle = obstacle(page, row, now);
    if (obstacle.isPresent()) {
      page.change(
          "UPDATE issuance SET refusal=? WHERE issuance=?", obstacle.get(), row.text("issuance"));
      return refused(obstacle.get());
    }
    String grantId = UUID.randomUUID().toString();
    String jws = key.sign("hall24-grant", content(page, row, grantId, now));
    page.change(
        "UPDATE issuance SET grant_id=?, grant_jws=?, granted_at=? WHERE issuance=?",
        grantId,
        jws,
        now.toString(),
        row.text("issuance"));
    collectors.granted(page, row.text("terminal"), row.text("order_id"), now);
    NoticeBook.tell(
        page, row.text("order_id"), row.text("copy"), "GRANTED", row.text("terminal"), now);
    return granted(jws);
  }

  private Optional<String> obstacle(Page page, Row row, Instant now) {
    if (IssuanceBook.phase(row) != Phase.REQUESTED) {
      return Optional.of(IssuanceBook.phase(row) == Phase.RELEASED ? "RELEASED" : "GRANT_ENDED");
    }
    String orderId = row.text("order_id");
    Optional<Row> order = page.row("SELECT * FROM licence_order WHERE order_id=?", orderId);
    if (order.isEmpty()) {
      return Optional.of("UNKNOWN_ORDER");
    }
    Optional<Row> copy =
        page.row("SELECT * FROM copy WHERE order_id=? AND copy=?", orderId, row.text("copy"));
    if (copy.isEmpty()) {
      return Optional.of("UNKNOWN_COPY");
    }
    if (order.get().number("held") == 1) {
      return Optional.of("ORDER_HELD");
    }
    if (copy.get().find("issued").isPresent()) {
      return Optional.of("ALREADY_ISSUED");
    }
    if (copy.get().number("spoiled") >= MOST_SPOILED) {
      return Optional.of("TOO_MANY_SPOILED");
    }
    return collectors.obstacle(page, row.text("terminal"), orderId, now).or(() -> lock(page, row));
  }

  private static Optional<String> lock(Page page, Row row) {
    return page
        .rows(
            "SELECT * FROM issuance WHERE order_id=? AND copy=?",
            row.text("order_id"),
            row.text("copy"))
        .stream()
        .filter(IssuanceBook::open)
        .findFirst()
        .map(holder ->
            holder.text("terminal").equals(row.text("terminal"))
                ? "LOCKED_HERE"
                : "LOCKED_ELSEWHERE");
  }

  static ObjectNode content(Page page, Row row, String grantId, Instant now) {
    String order =
        page.row("SELECT content FROM licence_order WHERE order_id=?", row.text("order_id"))
            .orElseThrow()
            .text("content");
    JsonNode face = CanonicalJson.read(order).get("face");
    ObjectNode grant =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("grantId", grantId)
            .put("terminalId", row.text("terminal"))
            .put("issuanceId", row.text("issuance"))
            .put("orderId", row.text("order_id"))
            .put("copy", row.text("copy"))
            .put("faceHash", RegistryKey.sha256(CanonicalJson.canonical(face)))
            .put("validForSeconds", VALID_SECONDS)
            .put("issuedAt", now.toString());
    grant.set("face", face);
    return grant;
  }

  Reply openGrants(Page page, String terminal) {
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    ArrayNode grants = answer.putArray("grants");
    page.rows("SELECT * FROM issuance WHERE terminal=? ORDER BY granted_at", terminal).stream()
        .filter(IssuanceBook::open)
        .forEach(row -> {
          ObjectNode grant =
              grants
                  .addObject()
                  .put("grantId", row.text("grant_id"))
                  .put("issuanceId", row.text("issuance"))
                  .put("orderId", row.text("order_id"))
                  .put("copy", row.text("copy"))
                  .put("issuedAt", row.text("granted_at"));
          row.find("sheet").ifPresent(sheet -> grant.put("sheet", sheet));
        });
    return Reply.of("OpenGrantsAnswer", answer);
  }

  private static Reply granted(String jws) {
    return answer("GRANTED", node -> node.put("grant", jws));
  }

  private static Reply refused(String code) {
    return answer("REFUSED", node -> node.put("code", code));
  }

  private static Reply answer(String answer, UnaryOperator<ObjectNode> more) {
    return Reply.of(
        "GrantAnswer", more.apply(CanonicalJson.MAPPER.createObjectNode().put("answer", answer)));
  }
}
