package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes calls for a clerk from afar, and lets the invented clerk decide them. */
final class ClerkOffice {
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);
  private static final Set<String> OPEN = Set.of("WAITING", "TALKING");
  private static final int TAKEN_AT = 2;
  private static final int DECIDED_AT = 3;
  private static final int SHORT = 8;

  private final SecureRandom random = new SecureRandom();
  private volatile RemoteClerk clerk = RemoteClerk.CONFIRMS;

  void behave(RemoteClerk behaviour) {
    clerk = behaviour;
  }

  Reply call(Page page, String terminal, String callId, JsonNode request, Instant now) {
    if (find(page, terminal, callId).isEmpty()) {
      page.change(
          "INSERT INTO clerk_call VALUES (?,?,?,?,?,?,?,?)",
          terminal,
          callId,
          request.get("documentType").asText(),
          request.get("documentNumber").asText(),
          String.format(Locale.ROOT, "%04d", random.nextInt(10_000)),
          clerk == RemoteClerk.ABSENT ? "NOBODY" : "WAITING",
          0,
          now.toEpochMilli());
    }
    return standing(page, terminal, callId, now);
  }

  Reply standing(Page page, String terminal, String callId, Instant now) {
    Optional<Row> found = find(page, terminal, callId);
    if (found.isEmpty()) {
      return unknown(callId);
    }
    Row call = found.get();
    String state = call.text("state");
    if (!OPEN.contains(state)) {
      return answer(page, call, state);
    }
    long asked = call.number("asked") + 1;
    Instant last = Instant.ofEpochMilli(call.number("at"));
    String next = last.plus(FORGOTTEN).isBefore(now) ? "ENDED" : decided(state, asked);
    page.change(
        "UPDATE clerk_call SET state=?, asked=?, at=? WHERE terminal=? AND call_id=?",
        next,
        asked,
        now.toEpochMilli(),
        terminal,
        callId);
    return answer(page, call, next);
  }

  private String decided(String state, long asked) {
    return switch (clerk) {
      case BUSY, ABSENT -> state;
      case CONFIRMS, DECLINES ->
          asked < TAKEN_AT
              ? state
              : asked < DECIDED_AT
                  ? "TALKING"
                  : clerk == RemoteClerk.CONFIRMS ? "CONFIRMED" : "DECLINED";
    };
  }

  Reply withdraw(Page page, String terminal, String callId) {
    page.change(
        "UPDATE clerk_call SET state='ENDED' WHERE terminal=? AND call_id=?"
            + " AND state IN ('WAITING','TALKING')",
        terminal,
        callId);
    return find(page, terminal, callId)
        .map(call -> answer(page, call, call.text("state")))
        .orElseGet(() -> unknown(callId));
  }

  private static Reply unknown(String callId) {
    return Reply.problem(404, "NOT_FOUND", "no call " + callId);
  }

  private static Reply answer(Page page, Row call, String state) {
    ObjectNode answer =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("state", state)
            .put("number", call.text("number"));
    switch (state) {
      case "WAITING" -> {
        int ahead =
            page.rows(
                    "SELECT 1 FROM clerk_call WHERE state='WAITING' AND rowid<?", rowOf(page, call))
                .size();
        answer.put("ahead", ahead);
      }
      case "CONFIRMED" -> {
        answer.put(
            "reference",
            "RC-" + call.text("number") + "-" + call.text("call_id").substring(0, SHORT));
        answer.putArray("proven").add("PIN").add("ONE_TIME_CODE");
      }
      default -> {}
    }
    return Reply.of("ClerkCallAnswer", answer);
  }

  private static long rowOf(Page page, Row call) {
    return page.row("SELECT rowid AS place FROM clerk_call WHERE call_id=?", call.text("call_id"))
        .orElseThrow()
        .number("place");
  }

  private static Optional<Row> find(Page page, String terminal, String callId) {
    return page.row("SELECT * FROM clerk_call WHERE terminal=? AND call_id=?", terminal, callId);
  }
}
