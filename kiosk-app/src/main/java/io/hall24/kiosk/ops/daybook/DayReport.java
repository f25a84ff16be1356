package io.hall24.kiosk.ops.daybook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.Medium;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.issuance.IssuanceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One day of a terminal, for central operations: counts by outcome, times, trays, what is unsent,
 * and where the records differ. Nothing personal.
 *
 * @param content the report as one JSON object
 * @param discrepancies what is in it
 * @param reconciled whether the registry's side was there to be compared
 */
public record DayReport(ObjectNode content, List<Discrepancy> discrepancies, boolean reconciled) {
  /** The {@code typ} of a signed report. */
  public static final String TYPE = "hall24-day-report";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public DayReport {
    discrepancies = List.copyOf(discrepancies);
  }

  /** Whose report it is, and how its journal stood. */
  record Standing(
      String terminalId, String journalId, long head, String hash, long unsent, Instant at) {}

  static DayReport of(
      LocalDate day,
      Daybook daybook,
      List<Discrepancy> discrepancies,
      boolean reconciled,
      Standing standing) {
    ObjectNode content =
        JSON.createObjectNode()
            .put("terminalId", standing.terminalId())
            .put("day", day.toString())
            .put("at", standing.at().toString())
            .put("reconciled", reconciled);
    content
        .putObject("journal")
        .put("journalId", standing.journalId())
        .put("sequence", standing.head())
        .put("hash", standing.hash())
        .put("unsent", standing.unsent());
    outcomes(daybook, content.putObject("issuances"));
    times(daybook, content);
    var trays = content.putArray("trays");
    new TreeMap<>(daybook.trays())
        .forEach((Medium medium, Daybook.Tray tray) ->
            trays
                .addObject()
                .put("medium", medium.keyword())
                .put("opening", tray.opening())
                .put("closing", tray.closing()));
    var differences = content.putArray("discrepancies");
    discrepancies.forEach(difference ->
        differences
            .addObject()
            .put("code", difference.code().name())
            .put("subject", difference.subject())
            .put("detail", difference.detail()));
    return new DayReport(content, discrepancies, reconciled);
  }

  private static void outcomes(Daybook daybook, ObjectNode counts) {
    var byOutcome = new TreeMap<String, Integer>();
    daybook
        .issuances()
        .forEach(issuance ->
            byOutcome.merge(word(issuance.ending().orElse(issuance.last())), 1, Integer::sum));
    byOutcome.forEach(counts::put);
  }

  private static String word(IssuanceState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of issuances that ended in a citizen's hand, from the intent on. */
  private static void times(Daybook daybook, ObjectNode content) {
    List<Duration> taken =
        daybook.issuances().stream()
            .filter(issuance -> issuance.cameThrough(IssuanceState.COLLECTED))
            .flatMap(issuance -> issuance.lasted().stream())
            .sorted()
            .toList();
    if (!taken.isEmpty()) {
      long sum = taken.stream().mapToLong(Duration::toMillis).sum();
      content
          .putObject("collectedWithinMs")
          .put("mean", sum / taken.size())
          .put("p95", taken.get((taken.size() * 95 - 1) / 100).toMillis());
    }
  }

  /** Signed by the terminal. */
  public Jws signed(StatementSigner signer) {
    return signer.sign(TYPE, Bytes.utf8(content.toString()));
  }
}
