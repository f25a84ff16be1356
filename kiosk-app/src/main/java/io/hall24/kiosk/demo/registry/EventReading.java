package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Reads what uploaded events say, and passes it to the book that it concerns. */
final class EventReading {
  private static final String FACE_FAILED = "visit.face-failed";
  private static final String OLD_SHEET = "visit.old-sheet-deposited";
  private final Contract contract;
  private final IssuanceBook issuances;
  private final SheetBook sheets;
  private final ComparisonBook comparisons;
  private final CollectorBook collectors;

  EventReading(
      Contract contract,
      IssuanceBook issuances,
      SheetBook sheets,
      ComparisonBook comparisons,
      CollectorBook collectors) {
    this.comparisons = comparisons;
    this.collectors = collectors;
    this.contract = contract;
    this.issuances = issuances;
    this.sheets = sheets;
  }

  /**
   * An event in its place in the chain.
   *
   * @param recordedAt milliseconds since 1970, by the terminal's clock
   * @param type its name
   * @param said its payload
   */
  record Told(
      String terminal, String journal, long sequence, long recordedAt, String type, JsonNode said) {
    String text(String field) {
      return said.path(field).asText();
    }
  }

  /** Takes one event whose place in the chain was verified. */
  Verdict take(Book.Page page, String terminal, String journal, JsonNode entry) {
    String type = entry.get("type").asText();
    if (!type.startsWith("issuance.")
        && !type.startsWith("stock.")
        && !type.equals(FACE_FAILED)
        && !type.equals(OLD_SHEET)) {
      return Verdict.ACCEPTED;
    }
    String schema = contract.schemaOfEvent(type).orElse("");
    if (schema.isEmpty()) {
      return Verdict.rejected("UNKNOWN_TYPE", type);
    }
    JsonNode said;
    try {
      byte[] payload = Base64.getDecoder().decode(entry.path("payload").asText());
      said = CanonicalJson.read(new String(payload, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notJson) {
      return Verdict.rejected("PAYLOAD_INVALID", type + " is not JSON");
    }
    List<String> faults = contract.faultsOf(schema, said);
    if (!faults.isEmpty()) {
      return Verdict.rejected("PAYLOAD_INVALID", String.join("; ", faults));
    }
    Told told =
        new Told(
            terminal,
            journal,
            entry.get("sequence").longValue(),
            entry.get("recordedAt").longValue(),
            type,
            said);
    if (type.equals(FACE_FAILED)) {
      return comparisons.take(page, told);
    }
    if (type.equals(OLD_SHEET)) {
      return collectors.deposited(page, told);
    }
    if (type.endsWith(".compensated")) {
      return compensate(page, told);
    }
    return type.startsWith("stock.") ? sheets.take(page, told) : issuances.take(page, told);
  }

  private static Verdict compensate(Book.Page page, Told told) {
    int found =
        page.change(
            "UPDATE entry SET compensated=? WHERE journal=? AND sequence=? AND rejection NOT NULL",
            told.sequence(),
            told.journal(),
            told.said().get("compensates").longValue());
    return found == 1
        ? Verdict.ACCEPTED
        : Verdict.rejected("OUT_OF_TURN", "names no rejected event");
  }
}
