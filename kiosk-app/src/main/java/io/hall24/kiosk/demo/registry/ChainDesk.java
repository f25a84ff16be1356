package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Enrols journals, verifies and takes their entries, signs checkpoints. */
final class ChainDesk {
  private static final String ACTIVE = "ACTIVE";
  private static final String FORKED = "FORKED";
  private final RegistryKey key;
  private final EventReading reading;

  ChainDesk(RegistryKey key, EventReading reading) {
    this.key = key;
    this.reading = reading;
  }

  /** Something in a batch that cannot be taken. */
  private record Break(String result, long sequence, String code) {}

  static Optional<Row> journal(Page page, String terminal, String journal) {
    return page.row(
        "SELECT * FROM journal WHERE journal=? AND terminal=? AND state<>'REPLACED'",
        journal,
        terminal);
  }

  static boolean forked(Row journal) {
    return journal.text("state").equals(FORKED);
  }

  Reply enrol(Page page, String terminal, String journal, JsonNode request) {
    if (!request.get("profileKind").asText().equals("DEMO")) {
      return Reply.problem(403, "WRONG_KIND", "the sandbox takes demo terminals only");
    }
    String jwk = request.get("terminalKey").toString();
    Optional<Row> known = page.row("SELECT * FROM journal WHERE journal=?", journal);
    Reply enrolled =
        Reply.of(
            "EnrolmentAnswer", CanonicalJson.MAPPER.createObjectNode().put("journalId", journal));
    if (known.isPresent()) {
      boolean same =
          known.get().text("terminal").equals(terminal) && known.get().text("jwk").equals(jwk);
      return same
          ? enrolled
          : Reply.problem(403, "RE_ENROLMENT_NOT_AUTHORISED", "journal is known");
    }
    List<Row> others =
        page.rows("SELECT * FROM journal WHERE terminal=? AND state<>'REPLACED'", terminal);
    if (!others.isEmpty() && !authorised(terminal, journal, request, others.getFirst())) {
      return Reply.problem(403, "RE_ENROLMENT_NOT_AUTHORISED", "the terminal has another journal");
    }
    page.change("UPDATE journal SET state='REPLACED' WHERE terminal=?", terminal);
    page.change(
        "INSERT INTO journal(journal, terminal, jwk, state, known, hash) VALUES (?,?,?,?,0,?)",
        journal,
        terminal,
        jwk,
        ACTIVE,
        ChainRules.ORIGIN);
    return enrolled;
  }

  private boolean authorised(String terminal, String journal, JsonNode request, Row current) {
    return key.verified("hall24-re-enrolment", request.path("authorisation").asText())
        .filter(said -> said.path("terminalId").asText().equals(terminal))
        .filter(said -> said.path("journalId").asText().equals(journal))
        .filter(said -> said.path("replaces").asText().equals(current.text("journal")))
        .isPresent();
  }

  Reply upload(Page page, String terminal, String journalId, JsonNode batch, Instant now) {
    Optional<Row> found = journal(page, terminal, journalId);
    if (found.isEmpty()) {
      return Reply.problem(403, "NOT_ENROLLED", "journal " + journalId);
    }
    Row journal = found.get();
    Optional<Break> broken =
        forked(journal)
            ? Optional.of(
                new Break("FORK", journal.number("fork_sequence"), journal.text("fork_code")))
            : take(page, journal, batch);
    broken
        .filter(at -> at.result().equals("FORK"))
        .ifPresent(at -> markForked(page, journalId, at.sequence(), at.code()));
    return answer(page, journalId, batch, broken, now);
  }

  static void markForked(Page page, String journal, long sequence, String code) {
    page.change(
        "UPDATE journal SET state='FORKED', fork_sequence=?, fork_code=? WHERE journal=?",
        sequence,
        code,
        journal);
  }

  private Optional<Break> take(Page page, Row journal, JsonNode batch) {
    long known = journal.number("known");
    JsonNode head = batch.get("head");
    if (head.get("sequence").longValue() < known && fresh(journal, batch)) {
      return Optional.of(new Break("FORK", known, "BEHIND_CHECKPOINT"));
    }
    String hash = journal.text("hash");
    long expected = batch.get("entries").path(0).path("sequence").longValue();
    if (expected > known + 1) {
      return Optional.of(new Break("BROKEN", expected, "GAP"));
    }
    for (JsonNode entry : batch.get("entries")) {
      long sequence = entry.get("sequence").longValue();
      if (sequence != expected++) {
        return Optional.of(new Break("BROKEN", sequence, "GAP"));
      }
      Optional<Break> broken =
          sequence <= known
              ? compare(page, journal.text("journal"), entry)
              : append(page, journal, hash, head, entry);
      if (broken.isPresent()) {
        return broken;
      }
      hash = sequence <= known ? hash : entry.get("hash").asText();
    }
    return Optional.empty();
  }

  /** Whether the request was made after the checkpoint that it forgot, and not merely overtaken. */
  private static boolean fresh(Row journal, JsonNode batch) {
    return batch.has("lastRegistryTime")
        && Instant.parse(batch.get("lastRegistryTime").asText())
            .isAfter(Instant.ofEpochMilli(journal.number("checkpoint_at")));
  }

  private static Optional<Break> compare(Page page, String journal, JsonNode entry) {
    long sequence = entry.get("sequence").longValue();
    String ours = hashAt(page, journal, sequence).orElse(ChainRules.ORIGIN);
    return ours.equals(entry.get("hash").asText())
        ? Optional.empty()
        : Optional.of(new Break("FORK", sequence, "OTHER_HASH"));
  }

  static Optional<String> hashAt(Page page, String journal, long sequence) {
    return page.row("SELECT hash FROM entry WHERE journal=? AND sequence=?", journal, sequence)
        .map(row -> row.text("hash"));
  }

  private Optional<Break> append(
      Page page, Row journal, String previous, JsonNode head, JsonNode entry) {
    String terminal = journal.text("terminal");
    String journalId = journal.text("journal");
    long sequence = entry.get("sequence").longValue();
    String hash = entry.get("hash").asText();
    Optional<String> fault = fault(terminal, journalId, previous, head, entry);
    if (fault.isPresent()) {
      return Optional.of(new Break("BROKEN", sequence, fault.get()));
    }
    Verdict verdict = reading.take(page, terminal, journalId, entry);
    boolean rejected = verdict instanceof Verdict.Rejected;
    page.change(
        "INSERT INTO entry(journal, sequence, hash, type, payload, rejection, detail)"
            + " VALUES (?,?,?,?,?,?,?)",
        journalId,
        sequence,
        hash,
        entry.get("type").asText(),
        entry.path("payload").asText(),
        rejected ? ((Verdict.Rejected) verdict).code() : null,
        rejected ? ((Verdict.Rejected) verdict).detail() : null);
    page.change("UPDATE journal SET known=?, hash=? WHERE journal=?", sequence, hash, journalId);
    return Optional.empty();
  }

  private static Optional<String> fault(
      String terminal, String journal, String previous, JsonNode head, JsonNode entry) {
    if (!entry.get("previousHash").asText().equals(previous)) {
      return Optional.of("PREVIOUS_HASH");
    }
    String hash = entry.get("hash").asText();
    try {
      if (!ChainRules.hash(terminal, journal, entry).equals(hash)) {
        return Optional.of("HASH");
      }
    } catch (IllegalArgumentException notBase64) {
      return Optional.of("HASH");
    }
    long beyond = entry.get("sequence").longValue() - head.get("sequence").longValue();
    return beyond > 0 || (beyond == 0 && !hash.equals(head.get("hash").asText()))
        ? Optional.of("HEAD")
        : Optional.empty();
  }

  private Reply answer(
      Page page, String journalId, JsonNode batch, Optional<Break> broken, Instant now) {
    Row journal = page.row("SELECT * FROM journal WHERE journal=?", journalId).orElseThrow();
    ObjectNode answer = CanonicalJson.MAPPER.createObjectNode();
    answer.put("result", broken.map(Break::result).orElse("ACCEPTED"));
    answer.put("acceptedUpTo", journal.number("known"));
    broken.ifPresent(at -> answer.put("sequence", at.sequence()).put("code", at.code()));
    checkpoint(page, journal, now).ifPresent(signed -> answer.put("checkpoint", signed));
    ArrayNode rejections = answer.putArray("rejections");
    JsonNode entries = batch.get("entries");
    if (!entries.isEmpty()) {
      page.rows(
              "SELECT * FROM entry WHERE journal=? AND sequence BETWEEN ? AND ?"
                  + " AND rejection NOT NULL ORDER BY sequence",
              journalId,
              entries.get(0).get("sequence").longValue(),
              entries.get(entries.size() - 1).get("sequence").longValue())
          .forEach(row ->
              rejections
                  .addObject()
                  .put("sequence", row.number("sequence"))
                  .put("code", row.text("rejection"))
                  .put("detail", row.text("detail")));
    }
    return Reply.of("UploadAnswer", answer);
  }

  Reply checkpointOf(Page page, String terminal, String journalId, Instant now) {
    Optional<Row> journal = journal(page, terminal, journalId);
    if (journal.isEmpty()) {
      return Reply.problem(403, "NOT_ENROLLED", "journal " + journalId);
    }
    ObjectNode answer =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("acceptedUpTo", journal.get().number("known"))
            .put("forked", forked(journal.get()));
    checkpoint(page, journal.get(), now).ifPresent(signed -> answer.put("checkpoint", signed));
    return Reply.of("CheckpointAnswer", answer);
  }

  /** The signed head; the same bytes as long as the head is the same. */
  private Optional<String> checkpoint(Page page, Row journal, Instant now) {
    long known = journal.number("known");
    Optional<String> last = journal.find("checkpoint");
    if (known == 0
        || last.flatMap(signed -> key.verified("hall24-checkpoint", signed))
            .filter(said -> said.get("sequence").longValue() == known)
            .isPresent()) {
      return last;
    }
    String signed =
        key.sign(
            "hall24-checkpoint",
            CanonicalJson.MAPPER
                .createObjectNode()
                .put("terminalId", journal.text("terminal"))
                .put("journalId", journal.text("journal"))
                .put("sequence", known)
                .put("hash", journal.text("hash"))
                .put("registryTime", Objects.requireNonNull(now).toString()));
    page.change(
        "UPDATE journal SET checkpoint=?, checkpoint_at=? WHERE journal=?",
        signed,
        now.toEpochMilli(),
        journal.text("journal"));
    return Optional.of(signed);
  }
}
