package io.hall24.kiosk.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthDeskTest {
  @TempDir Path data;

  private static DatedCertificate expiringIn(Duration left) {
    return new DatedCertificate("health-server-1", HallClock.system().wallTime().plus(left));
  }

  @Test
  void aBusyTerminalsReportHasEveryFieldOfTheSchemaAndNoOther() throws Exception {
    try (Station station = Station.busy(data)) {
      String json = HealthJson.write(station.desk(expiringIn(Duration.ofDays(90))).report());
      assertEquals(List.of(), ReportSchema.objections(json));
      assertEquals(Set.of("/problems[]"), ReportSchema.fieldsWithoutValue(json));
    }
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws Exception {
    try (Station station = Station.busy(data)) {
      String json = HealthJson.write(station.desk().report());
      for (String broken :
          List.of(
              "{}",
              json.replace("\"usable\":false", "\"usable\":\"no\""),
              json.replace("userError", "sad"),
              json.replace("\"inTray\":11", "\"inTray\":-1"),
              json.replace("\"terminal\":", "\"holder\":\"somebody\",\"terminal\":"),
              json.replaceFirst("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"yesterday\""))) {
        assertFalse(broken.equals(json), "nothing was broken");
        assertFalse(ReportSchema.objections(broken).isEmpty(), broken);
      }
    }
  }

  @Test
  void aFreshTerminalSaysWhatItDoesNotKnow() {
    try (Station station = Station.fresh(data)) {
      HealthReport report = station.desk().report();
      assertEquals(List.of(), ReportSchema.objections(HealthJson.write(report)));
      assertEquals(Optional.empty(), report.clock().wallAheadSeconds());
      assertEquals(Optional.empty(), report.visits().machineTime());
      assertEquals(
          Optional.empty(),
          report.journal().orElseThrow().oldestUnsentSeconds(),
          "an empty journal has nothing to send");
      assertEquals(Optional.of(0L), report.faceImagesStored());
    }
  }

  @Test
  void countsWhatTheLedgersAndTheBoardSay() {
    try (Station station = Station.busy(data)) {
      HealthReport report = station.desk().report();
      assertEquals(1, report.openIssuances().get("unknown"));
      assertEquals(0, report.openIssuances().get("printing"));
      HealthReport.StockHealth a3 = report.stock().getFirst();
      assertEquals("a3", a3.medium());
      assertEquals(12, a3.loaded());
      assertEquals(11, a3.places().get("inTray"));
      assertTrue(a3.balanced());
      assertEquals(Optional.of("after an Unknown"), a3.closed());
      assertEquals("printer", report.devices().getFirst().id(), "the worst comes first");
      assertEquals("userError", report.devices().getFirst().state());
      var journal = report.journal().orElseThrow();
      assertEquals(journal.head(), journal.unsent(), "nobody has acknowledged anything");
      assertTrue(journal.oldestUnsentSeconds().isPresent());
      assertEquals(5, report.clock().wallAheadSeconds().orElseThrow(), 1);
      assertEquals(
          List.of(new HealthReport.RecoveredIssuance("printing", "unknown")), report.recovered());
    }
  }

  @Test
  void daysLeftAreWholeDaysAndNegativeAfterTheEnd() {
    try (Station station = Station.fresh(data)) {
      var report =
          station.desk(expiringIn(Duration.ofHours(49)), expiringIn(Duration.ofHours(-1))).report();
      assertEquals(
          List.of(2L, -1L),
          report.certificates().stream().map(HealthReport.CertificateHealth::daysLeft).toList());
    }
  }

  @Test
  void nothingPersonalIsInIt() {
    try (Station station = Station.busy(data)) {
      HealthReport report = station.desk().report();
      String everything =
          HealthJson.write(report)
              + HealthText.write(report)
              + HealthMetrics.write(report, "").text();
      for (String personal :
          List.of(Station.PASSPORT, Station.ORDER, Station.ISSUANCE, "1974", "wang")) {
        assertFalse(everything.contains(personal), personal);
      }
    }
  }

  @Test
  void aTerminalWhoseJournalCannotBeReadSaysSo() {
    Station station = Station.busy(data);
    HealthDesk desk = station.desk();
    station.close();
    HealthReport report = desk.report();
    assertEquals(List.of(), ReportSchema.objections(HealthJson.write(report)));
    assertEquals(3, report.problems().size(), () -> report.problems().toString());
    assertEquals(Optional.empty(), report.journal());
    String metrics = HealthMetrics.write(report, "").text();
    assertTrue(metrics.contains("\nhall24_report_problems 3.0\n"), metrics);
    assertFalse(metrics.contains("hall24_journal_unsent_events"), "unknown is not zero");
    assertFalse(metrics.contains("hall24_open_issuances"), "unknown is not zero");
    assertTrue(HealthText.write(report).contains("NOT KNOWN"));
  }

  @Test
  void aTerminalThatDoesNotRunIsToldOfFromItsRecord() throws Exception {
    HealthReport running;
    try (Station station = Station.busy(data)) {
      running = station.desk().report();
    }
    HealthReport rest = Station.atRest(data).report();
    assertEquals(List.of(), ReportSchema.objections(HealthJson.write(rest)));
    assertEquals(Optional.empty(), rest.startedAt());
    assertEquals(running.stock(), rest.stock());
    assertEquals(running.openIssuances(), rest.openIssuances());
    assertEquals(running.journal().orElseThrow().head(), rest.journal().orElseThrow().head());
    assertEquals(1, rest.problems().size(), () -> rest.problems().toString());
    assertTrue(HealthText.write(rest).contains("NOT RUNNING"));
    assertFalse(HealthMetrics.write(rest, "").text().contains("hall24_start_timestamp"));
  }

  @Test
  void picturesOnTheDiskAreCounted() throws Exception {
    try (Station station = Station.fresh(data)) {
      Files.write(data.resolve("harmless.txt"), HexFormat.of().parseHex("ffd8fe00"));
      Files.write(data.resolve("harmless.db"), HexFormat.of().parseHex("ffd8ffe000104a46"));
      Files.write(
          data.resolve("keys").resolve("k"), HexFormat.of().parseHex("0000000c6a5020200d0a870a"));
      assertEquals(Optional.of(2L), station.desk().report().faceImagesStored());
    }
  }

  @Test
  void aReportSurvivesTheJourneyThroughJson() throws Exception {
    try (Station station = Station.busy(data)) {
      HealthReport report = station.desk(expiringIn(Duration.ofDays(3))).report();
      assertEquals(report, HealthJson.read(HealthJson.write(report)));
      String newer = HealthJson.write(report).replaceFirst("\\{", "{\"mood\":1,");
      assertEquals(report, HealthJson.read(newer), "a newer terminal may say more");
    }
  }

  @Test
  void peopleAtAShellReadWhatIsWrong() {
    try (Station station = Station.busy(data)) {
      String text = HealthText.write(station.desk(expiringIn(Duration.ofHours(60))).report());
      for (String expected :
          List.of(
              Station.TERMINAL,
              "printer            userError",
              "-> Put paper into the tray",
              "-> 给纸盒加纸",
              "11 inTray, 1 inProcess of 12 sheets ever loaded; CLOSED: after an Unknown",
              "open: 1 unknown",
              "2 since the start: 1 abandoned, 1 collected",
              "read-document      n=1 median 2.30 s, p95 2.30 s",
              "health-server-1: 2 days left",
              "0 stored")) {
        assertTrue(text.contains(expected), () -> expected + " is not in\n" + text);
      }
    }
  }

  @Test
  void startedAtStaysAndAssembledAtGoesOn() {
    try (Station station = Station.fresh(data)) {
      HealthDesk desk = station.desk();
      Optional<Instant> first = desk.report().startedAt();
      HealthReport second = desk.report();
      assertTrue(first.isPresent());
      assertEquals(first, second.startedAt());
      assertTrue(second.assembledAt().isAfter(first.orElseThrow()));
    }
  }
}
