package io.hall24.kiosk.ops;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.Medium;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.OpenIssuance;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.issuance.StockCount;
import io.hall24.kiosk.issuance.StockLedger;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.ops.JournalReports.Finding;
import io.hall24.kiosk.ops.JournalReports.Form;
import io.hall24.kiosk.ops.JournalReports.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code hall24 stock status} and {@code hall24 issuance list} say: the ledgers, read from the
 * journal's file without lock and keys, whether the terminal runs or not.
 */
public final class LedgerReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JournalFile file;

  /**
   * @param place of the terminal's journal
   */
  public LedgerReports(JournalPlace place) {
    this.file = new JournalFile(place, place.database());
  }

  /**
   * Where the sheets of every tray are, one tray a line; unsound when one is closed or does not add
   * up.
   */
  public Report stock(Form form) {
    return report(
        file.ask(
            new StockLedger(),
            store ->
                Arrays.stream(Medium.values())
                    .map(medium -> StockLedger.count(medium, store))
                    .toList()),
        count -> form == Form.TEXT ? text(count) : json(count).toString(),
        count -> count.closed().isEmpty() && count.balanced());
  }

  private static String text(StockCount count) {
    String places =
        Arrays.stream(SheetPlace.values())
            .filter(place -> count.at(place) > 0)
            .map(place -> ", " + word(place) + " " + count.at(place))
            .collect(Collectors.joining());
    return "%s  loaded %d%s; next %s; %s%s"
        .formatted(
            count.medium(),
            count.loaded(),
            places,
            count.next().map(SheetNumber::text).orElse("-"),
            count.closed().map(why -> "CLOSED: " + why).orElse("open"),
            count.balanced() ? "" : "; DOES NOT ADD UP");
  }

  private static ObjectNode json(StockCount count) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("medium", count.medium().keyword())
            .put("loaded", count.loaded());
    ObjectNode places = json.putObject("places");
    for (SheetPlace place : SheetPlace.values()) {
      places.put(word(place), count.at(place));
    }
    json.put("balanced", count.balanced()).put("open", count.closed().isEmpty());
    count.next().ifPresent(next -> json.put("next", next.text()));
    count.closed().ifPresent(why -> json.put("closed", why));
    return json;
  }

  /** Every issuance that is not settled, one a line; unsound when people must resolve one. */
  public Report issuances(Form form) {
    Report report =
        report(
            file.ask(new IssuanceLedger(), IssuanceLedger::open),
            open -> form == Form.TEXT ? text(open) : json(open).toString(),
            open -> open.state() != IssuanceState.UNKNOWN);
    return form == Form.TEXT && report.text().isEmpty()
        ? new Report(report.finding(), "every issuance is settled")
        : report;
  }

  private static String text(OpenIssuance open) {
    return "%s  %-14s  order %s  %s%s%s"
        .formatted(
            open.ticket().issuanceId(),
            word(open.state()),
            open.ticket().orderId(),
            open.ticket().copy().code(),
            open.sheet().map(sheet -> "  sheet " + sheet.text()).orElse(""),
            open.jobId().isPresent() ? "  job " + open.jobId().getAsInt() : "");
  }

  private static ObjectNode json(OpenIssuance open) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("issuanceId", open.ticket().issuanceId())
            .put("state", word(open.state()))
            .put("orderId", open.ticket().orderId())
            .put("copy", open.ticket().copy().code())
            .put("since", open.lastSequence());
    open.grantId().ifPresent(grant -> json.put("grantId", grant));
    open.medium().ifPresent(medium -> json.put("medium", medium.keyword()));
    open.sheet().ifPresent(sheet -> json.put("sheet", sheet.text()));
    open.jobId().ifPresent(job -> json.put("jobId", job));
    return json;
  }

  private static <T> Report report(
      FileReading<List<T>> reading, Function<T, String> line, Function<T, Boolean> sound) {
    return switch (reading) {
      case FileReading.Unreadable<List<T>>(String why) -> new Report(Finding.NO_JOURNAL, why);
      case FileReading.Read<List<T>>(List<T> rows) ->
          new Report(
              rows.stream().allMatch(sound::apply) ? Finding.SOUND : Finding.UNSOUND,
              rows.stream().map(line).collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
