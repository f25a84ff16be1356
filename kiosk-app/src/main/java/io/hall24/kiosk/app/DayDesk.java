package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.gateway.Reconciliation;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.ops.daybook.DayClosing;
import io.hall24.kiosk.ops.daybook.DayReport;
import io.hall24.kiosk.ops.daybook.Differences;
import io.hall24.kiosk.ops.daybook.Discrepancy;
import io.hall24.kiosk.ops.socket.Answering;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a day's records are compared and reported.
 *
 * @param days does it
 * @param differences that nobody has explained
 * @param clock says which day it is
 */
record DayDesk(DayClosing days, Differences differences, HallClock clock) {
  static final String RECONCILE = "stock-reconcile";
  static final String REPORT = "stock-report";
  static final String UNEXPLAINED = "stock-unexplained";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Of a terminal.
   *
   * @param uplink empty while it does not run
   */
  static DayDesk of(
      Path data, Journal journal, KeyVault vault, Optional<Uplink> uplink, HallClock clock) {
    var days =
        new DayClosing(
            journal,
            new StatementSigner(vault.suite(), vault.signingKey()),
            vault.suite(),
            uplink.map(
                up -> new DayClosing.Counterpart(new Reconciliation(up.link()), up.upload())),
            data.resolve("reports"),
            clock);
    return new DayDesk(days, new Differences(journal, days, clock), clock);
  }

  /** Every question there is. */
  Map<String, Answering> questions() {
    return Map.of(
        RECONCILE, StaffDesk.forAll(words -> onDay(words, this::reconciled)),
        REPORT, StaffDesk.forAll(words -> onDay(words, this::reported)),
        UNEXPLAINED, StaffDesk.forAll(_ -> unexplained()));
  }

  /** The day of the hall that it is now. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE);
  }

  private DeskReply unexplained() {
    try {
      differences.look(Patience.of(PATIENCE, clock));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return DeskReply.of(ExitCode.UNAVAILABLE, "the terminal is being closed");
    }
    List<Differences.Unexplained> open = differences.unexplained();
    ObjectNode facts = Facts.object().put("closed", !differences.obstacles().isEmpty());
    var list = facts.putArray("unexplained");
    open.forEach(difference ->
        list.addObject()
            .put("day", difference.day().toString())
            .put("code", difference.code().name())
            .put("subject", difference.subject()));
    return open.isEmpty()
        ? new DeskReply(ExitCode.SUCCESS, "every difference is explained", facts)
        : new DeskReply(
            ExitCode.NEGATIVE,
            open.stream().map(Object::toString).collect(Collectors.joining("\n"))
                + (differences.obstacles().isEmpty()
                    ? ""
                    : "\nthe licence service is closed until two persons have explained it"),
            facts);
  }

  private interface Answer {
    DeskReply to(DayReport report);
  }

  private DeskReply onDay(JsonNode words, Answer answer) {
    LocalDate day;
    try {
      day = words.has("day") ? LocalDate.parse(words.get("day").asText()) : today();
    } catch (DateTimeException noDay) {
      return DeskReply.of(ExitCode.USAGE, "a day is written as 2026-11-22");
    }
    try {
      return answer.to(days.compare(day, Patience.of(PATIENCE, clock)));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return DeskReply.of(ExitCode.UNAVAILABLE, "the terminal is being closed");
    }
  }

  private DeskReply reconciled(DayReport report) {
    String list = report.discrepancies().stream().map(DayDesk::line).collect(Collectors.joining());
    if (!report.reconciled()) {
      return new DeskReply(
          ExitCode.UNAVAILABLE, list + "the registry's side is not there", report.content());
    }
    List<Discrepancy> differences = report.discrepancies();
    return differences.isEmpty()
        ? new DeskReply(ExitCode.SUCCESS, "registry, journal and stock agree", report.content())
        : new DeskReply(ExitCode.NEGATIVE, list + "the records differ", report.content());
  }

  private static String line(Discrepancy found) {
    return found.code() + "  " + found.subject() + "  " + found.detail() + "\n";
  }

  private DeskReply reported(DayReport report) {
    ObjectNode facts = report.content().deepCopy();
    return new DeskReply(
        ExitCode.SUCCESS,
        days.signed(report).compact(),
        facts.put("signed", days.signed(report).compact()));
  }
}
