package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.device.time.HallClock;
import java.time.Duration;

/** Counts failed face comparisons of each document, over all terminals. */
final class ComparisonBook {
  static final int ALLOWED = 5;
  private static final Duration COUNTED = Duration.ofHours(24);

  private final HallClock clock;

  ComparisonBook(HallClock clock) {
    this.clock = clock;
  }

  /** Takes one failure; it counts from now on, because a terminal's clock could be wrong. */
  Verdict take(Book.Page page, EventReading.Told told) {
    page.change(
        "INSERT INTO face_failure VALUES (?,?,?,?,?,?)",
        told.journal(),
        told.sequence(),
        told.text("documentType"),
        told.text("documentNumber"),
        told.text("nationality"),
        clock.wallTime().toEpochMilli());
    return Verdict.ACCEPTED;
  }

  Reply left(Book.Page page, JsonNode query) {
    if (GrantDesk.isReported(page, query)) {
      return GrantDesk.reported();
    }
    page.change(
        "DELETE FROM face_failure WHERE at <= ?", clock.wallTime().minus(COUNTED).toEpochMilli());
    int failed =
        page.rows(
                "SELECT 1 FROM face_failure WHERE type=? AND number=? AND nationality=?",
                query.get("documentType").asText(),
                query.get("documentNumber").asText(),
                query.get("nationality").asText())
            .size();
    return Reply.of(
        "FaceComparisonsAnswer",
        CanonicalJson.MAPPER.createObjectNode().put("left", Math.max(0, ALLOWED - failed)));
  }
}
