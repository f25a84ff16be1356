package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who may collect what: holders their own, agents what holders named them for, so many orders a
 * day. Remembers for whom an order was answered to a terminal, because a grant is for that person.
 */
final class CollectorBook {
  /** Of how many orders an agent may collect copies in a day. */
  static final int MOST_A_DAY = 3;

  private static final ZoneId DAYS = ZoneId.of("Asia/Shanghai");

  /** What a person is known by; names are never a key. */
  static String key(String type, String number, String nationality, String birth) {
    return String.join("/", type, number, nationality, birth);
  }

  private static String key(JsonNode query) {
    return key(
        query.get("documentType").asText(),
        query.get("documentNumber").asText(),
        query.get("nationality").asText(),
        query.get("birth").asText());
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, DAYS);
  }

  ObjectNode orders(Page page, String terminal, JsonNode query, Instant now) {
    return query.path("role").asText().equals("AGENT")
        ? ofAgent(page, terminal, key(query), day(now))
        : ofHolder(page, terminal, query);
  }

  private static ObjectNode ofHolder(Page page, String terminal, JsonNode query) {
    List<Row> rows =
        page.rows(
            "SELECT * FROM holder NATURAL JOIN licence_order"
                + " WHERE type=? AND number=? AND nationality=? AND birth=? ORDER BY order_id",
            query.get("documentType").asText(),
            query.get("documentNumber").asText(),
            query.get("nationality").asText(),
            query.get("birth").asText());
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    answer.put("clerkConfirmationNeeded", rows.stream().anyMatch(row -> row.number("clerk") == 1));
    ArrayNode orders = answer.putArray("orders");
    ArrayNode surrenders = answer.putArray("surrenders");
    ArrayNode oldSheets = answer.putArray("oldSheets");
    ArrayNode notReady = answer.putArray("notReady");
    for (Row row : rows) {
      add(page, terminal, orders, row).ifPresent(reason -> notReady(notReady, row, reason));
      remember(page, terminal, row.text("order_id"), Optional.empty());
      if (toSurrender(page, row.text("order_id"))) {
        surrenders.add(row.text("order_id"));
        oldSheets(page, row.text("order_id"))
            .forEach(sheet ->
                oldSheets
                    .addObject()
                    .put("orderId", sheet.text("order_id"))
                    .put("copy", sheet.text("copy"))
                    .put("code", sheet.text("code")));
      }
    }
    page.rows("SELECT * FROM early WHERE person=?", key(query))
        .forEach(row ->
            notReady
                .addObject()
                .put("caseNumber", row.text("case_number"))
                .put("reason", "UNDER_REVIEW"));
    return answer;
  }

  private static void notReady(ArrayNode list, Row row, String reason) {
    list.addObject()
        .put("caseNumber", CanonicalJson.read(row.text("content")).get("caseNumber").asText())
        .put("reason", reason);
  }

  /** Adds an order if a copy of it is to be collected; otherwise says why not. */
  private static Optional<String> add(Page page, String terminal, ArrayNode orders, Row row) {
    List<Row> pending =
        page.rows(
            "SELECT copy FROM copy WHERE order_id=? AND issued IS NULL ORDER BY place",
            row.text("order_id"));
    if (pending.isEmpty()) {
      return Optional.of("COLLECTED");
    }
    if (inIssueElsewhere(page, terminal, row.text("order_id"))) {
      return Optional.of("IN_ISSUE_ELSEWHERE");
    }
    ObjectNode order = (ObjectNode) CanonicalJson.read(row.text("content"));
    ArrayNode copies = order.putArray("pending");
    pending.forEach(copy -> copies.add(copy.text("copy")));
    orders.add(order);
    return Optional.empty();
  }

  private static boolean inIssueElsewhere(Page page, String terminal, String order) {
    return page.rows("SELECT * FROM issuance WHERE order_id=?", order).stream()
        .anyMatch(row -> IssuanceBook.open(row) && !row.text("terminal").equals(terminal));
  }

  private static ObjectNode ofAgent(Page page, String terminal, String person, LocalDate today) {
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    answer.put("clerkConfirmationNeeded", false);
    ArrayNode orders = answer.putArray("orders");
    ArrayNode authorisations = answer.putArray("authorisations");
    page.rows(
            "SELECT * FROM agent NATURAL JOIN licence_order WHERE person=? AND until>=?"
                + " ORDER BY order_id",
            person,
            today.toString())
        .forEach(row -> {
          if (!toSurrender(page, row.text("order_id"))
              && !AnnouncementDesk.isAnnounced(page, row.text("order_id"))
              && add(page, terminal, orders, row).isEmpty()) {
            authorisations
                .addObject()
                .put("orderId", row.text("order_id"))
                .put("principal", row.text("principal"))
                .put("until", row.text("until"));
            remember(page, terminal, row.text("order_id"), Optional.of(person));
          }
        });
    answer
        .putObject("dailyLimit")
        .put("most", MOST_A_DAY)
        .put("left", Math.max(0, MOST_A_DAY - collectedBy(page, person, today).size()));
    return answer;
  }

  private static List<String> collectedBy(Page page, String agent, LocalDate day) {
    return page
        .rows("SELECT * FROM agent_day WHERE agent=? AND day=?", agent, day.toString())
        .stream()
        .map(row -> row.text("order_id"))
        .toList();
  }

  private static void remember(Page page, String terminal, String order, Optional<String> agent) {
    page.change("INSERT OR REPLACE INTO asked VALUES (?,?,?)", terminal, order, agent.orElse(null));
  }

  private static Optional<String> agentFor(Page page, String terminal, String order) {
    return page.row("SELECT * FROM asked WHERE terminal=? AND order_id=?", terminal, order)
        .flatMap(row -> row.find("agent"));
  }

  static boolean toSurrender(Page page, String order) {
    return page.row("SELECT * FROM surrender WHERE order_id=?", order).isPresent();
  }

  private static List<Row> oldSheets(Page page, String order) {
    return page.rows("SELECT * FROM old_sheet WHERE order_id=? ORDER BY copy DESC", order);
  }

  /** A sheet of an old licence is in a terminal's bin; with the last one the new one is free. */
  Verdict deposited(Page page, EventReading.Told told) {
    String order = told.text("orderId");
    int known =
        page.change("DELETE FROM old_sheet WHERE order_id=? AND copy=?", order, told.text("copy"));
    if (known == 0) {
      return Verdict.rejected("OUT_OF_TURN", "nobody waits for that sheet");
    }
    if (oldSheets(page, order).isEmpty()) {
      page.change("DELETE FROM surrender WHERE order_id=?", order);
    }
    return Verdict.ACCEPTED;
  }

  /** What keeps the person for whom the order was answered from being granted it. */
  Optional<String> obstacle(Page page, String terminal, String order, Instant now) {
    if (toSurrender(page, order)) {
      return Optional.of("NOT_SURRENDERED");
    }
    Optional<String> agent = agentFor(page, terminal, order);
    if (agent.isEmpty()) {
      return Optional.empty();
    }
    boolean authorised =
        page.row(
                "SELECT * FROM agent WHERE person=? AND order_id=? AND until>=?",
                agent.get(),
                order,
                day(now).toString())
            .isPresent();
    if (!authorised) {
      return Optional.of("AUTHORISATION_ENDED");
    }
    List<String> today = collectedBy(page, agent.get(), day(now));
    return today.size() >= MOST_A_DAY && !today.contains(order)
        ? Optional.of("DAILY_LIMIT")
        : Optional.empty();
  }

  /** A copy of the order was granted: it counts for its agent's day. */
  void granted(Page page, String terminal, String order, Instant now) {
    agentFor(page, terminal, order)
        .ifPresent(agent ->
            page.change(
                "INSERT OR IGNORE INTO agent_day VALUES (?,?,?)",
                agent,
                day(now).toString(),
                order));
  }
}
