package io.hall24.kiosk.demo.counterpart;

import static io.hall24.kiosk.demo.counterpart.Expect.done;
import static io.hall24.kiosk.demo.counterpart.Expect.failure;
import static io.hall24.kiosk.demo.counterpart.Expect.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceFailure;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.PrinterReport;
import io.hall24.device.SheetPicture;
import io.hall24.device.StateReason;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The IPP driver and the output devices against CUPS's ippeveprinter. */
@Tag("e2e")
@Timeout(60)
class IppPrinterE2eTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path directory;
  private VirtualPrinter host;
  private PagePrinter printer;
  private Mechanics mechanics;

  @BeforeEach
  void startPrinter() throws IOException {
    host = done(VirtualPrinter.start(VirtualPrinter.freePort(), directory, CLOCK, seconds(20)));
    printer = host.client(CLOCK);
    done(printer.open(seconds(5)));
    mechanics = host.mechanics();
  }

  @AfterEach
  void stopPrinter() {
    host.close();
  }

  @Test
  void namesItsModelAndPaper() {
    assertEquals("Hall24 Virtual A3", done(printer.open(seconds(5))));
    PrinterReport report = done(printer.report(seconds(5)));
    assertEquals(PrinterReport.State.IDLE, report.state());
    assertEquals(Set.of(Medium.A3, Medium.A4), report.ready());
    assertTrue(report.acceptingJobs());
  }

  @Test
  void printsTheVeryBytesOnTheNextSheet() throws Exception {
    load(Medium.A3, "A3-000001", "A3-000002");
    byte[] licence = SamplePdf.page(Medium.A3, "LICENCE", 500);
    int job = done(printer.createJob("issuance-1", Medium.A3, seconds(5)));
    assertEquals(JobReport.State.PENDING_HELD, done(printer.job(job, seconds(5))).state());
    assertEquals(2, mechanics.loaded(Medium.A3), "a job without a document moves no paper");

    assertEquals(job, done(printer.sendDocument(job, licence, seconds(5))).jobId());

    JobReport end = follow(job);
    assertEquals(JobReport.State.COMPLETED, end.state());
    assertEquals(1, end.impressions().orElseThrow());
    Path sheet = mechanics.output().getFirst();
    assertEquals("A3-000001", Mechanics.sheetNumber(sheet));
    assertArrayEquals(licence, Files.readAllBytes(sheet.resolve("received.pdf")));
    assertEquals(1, mechanics.loaded(Medium.A3));
  }

  @Test
  void takesEachSizeFromItsOwnTray() throws Exception {
    load(Medium.A3, "A3-000001");
    load(Medium.A4, "A4-000001");
    print(Medium.A4);
    assertEquals("A4-000001", Mechanics.sheetNumber(mechanics.output().getFirst()));
    assertEquals(1, mechanics.loaded(Medium.A3));
    print(Medium.A3);
    assertEquals("A3-000001", Mechanics.sheetNumber(mechanics.output().getFirst()));
  }

  @Test
  void reportsAnEmptyTrayAndGoesOnWhenItIsRefilled() throws Exception {
    int job = send(Medium.A3);
    PrinterReport report = awaitReason("media-empty", true);
    assertEquals(
        Set.of(StateReason.Severity.WARNING),
        report.reasons().stream()
            .map(StateReason::of)
            .filter(reason -> reason.keyword().equals("media-empty"))
            .map(StateReason::severity)
            .collect(Collectors.toSet()));
    assertEquals(JobReport.State.PROCESSING, done(printer.job(job, seconds(5))).state());

    load(Medium.A3, "A3-000007");

    assertEquals(JobReport.State.COMPLETED, follow(job).state());
    assertEquals("A3-000007", Mechanics.sheetNumber(mechanics.output().getFirst()));
    awaitReason("media-empty", false);
  }

  @Test
  void aCancelledJobIsSeenCancelledAndMovesNoPaper() throws Exception {
    int job = send(Medium.A3);
    awaitReason("media-empty", true);
    JobReport asked = done(printer.cancel(job, seconds(5)));
    assertEquals(job, asked.jobId());
    assertEquals(JobReport.State.CANCELED, follow(job).state());
    load(Medium.A3, "A3-000001");
    assertEquals(1, mechanics.loaded(Medium.A3));
    assertTrue(mechanics.output().isEmpty());
    print(Medium.A3);
  }

  @Test
  void aJobWithoutDocumentIsCancelledAtOnce() {
    int job = done(printer.createJob("issuance-1", Medium.A3, seconds(5)));
    assertEquals(JobReport.State.CANCELED, done(printer.cancel(job, seconds(5))).state());
    assertEquals(JobReport.State.CANCELED, done(printer.cancel(job, seconds(5))).state());
  }

  @Test
  void aSecondJobFindsThePrinterBusy() {
    done(printer.createJob("issuance-1", Medium.A3, seconds(5)));
    assertInstanceOf(
        DeviceFailure.Busy.class, failure(printer.createJob("issuance-2", Medium.A3, seconds(5))));
  }

  @Test
  void aJobThatThePrinterDoesNotKnowIsAbsent() {
    assertEquals(JobReport.State.ABSENT, done(printer.job(4711, seconds(5))).state());
    assertEquals(JobReport.State.ABSENT, done(printer.cancel(4711, seconds(5))).state());
  }

  @Test
  void aPrinterKilledWhileItPrintsForgetsTheJobAndIsFoundAgain() throws Exception {
    int job = send(Medium.A3);
    awaitReason("media-empty", true);
    host.close();
    assertInstanceOf(DeviceFailure.Offline.class, failure(printer.job(job, seconds(5))));
    assertInstanceOf(
        DeviceFailure.Offline.class,
        failure(printer.sendDocument(job, SamplePdf.page(Medium.A3, "X", 1), seconds(5))));

    int port = host.uri().getPort();
    host = done(VirtualPrinter.start(port, directory, CLOCK, seconds(20)));

    assertEquals(JobReport.State.ABSENT, done(printer.job(job, seconds(5))).state());
    load(Medium.A3, "A3-000001");
    print(Medium.A3);
  }

  @Test
  void aPowerCutWithASheetHalfwayLeavesItInside() throws Exception {
    sendAndHoldHalfway();
    host.close();
    mechanics.repair(Mechanics.Fault.HELD);

    host = done(VirtualPrinter.start(host.uri().getPort(), directory, CLOCK, seconds(20)));

    assertTrue(mechanics.output().isEmpty());
    assertEquals("A3-000001", Mechanics.sheetNumber(mechanics.jammed().getFirst()));
  }

  @Test
  void aSheetThatStopsHalfwayGoesOn() throws Exception {
    int job = sendAndHoldHalfway();
    assertTrue(mechanics.output().isEmpty());
    mechanics.repair(Mechanics.Fault.HELD);
    assertEquals(JobReport.State.COMPLETED, follow(job).state());
  }

  @Test
  void aJamAbortsTheJobAndKeepsTheSheet() throws Exception {
    load(Medium.A3, "A3-000001");
    mechanics.plant(Mechanics.Fault.JAM);
    int job = send(Medium.A3);
    assertEquals(JobReport.State.ABORTED, follow(job).state());
    awaitReason("media-jam", true);
    assertTrue(mechanics.output().isEmpty());
    assertEquals("A3-000001", Mechanics.sheetNumber(mechanics.jammed().getFirst()));
  }

  @Test
  void theEyeSeesTheReceivedPageOverThePrePrintedOne() throws Exception {
    load(Medium.A3, "A3-000001");
    print(Medium.A3);
    SheetPicture seen = look();
    assertEquals(2339, seen.width(), 2);
    assertEquals(3307, seen.height(), 2);
    assertTrue(inkAt(seen, SamplePdf.STOCK_Y) > 0, "the pre-printed number");
    assertTrue(inkAt(seen, 500) > 0, "the licence");
  }

  @Test
  void aPlantedBlankSheetShowsOnlyWhatWasPrePrinted() throws Exception {
    load(Medium.A3, "A3-000001");
    mechanics.plant(Mechanics.Fault.BLANK);
    print(Medium.A3);
    SheetPicture seen = look();
    assertTrue(inkAt(seen, SamplePdf.STOCK_Y) > 0, "the pre-printed number");
    assertEquals(0, inkAt(seen, 500), "the licence");
  }

  @Test
  void aPlantedDoubleFeedPrintsOnTheNextSheetButOne() throws Exception {
    load(Medium.A3, "A3-000001", "A3-000002", "A3-000003");
    print(Medium.A3);
    SheetPicture first = look();
    mechanics.plant(Mechanics.Fault.WRONG_NUMBER);
    print(Medium.A3);
    assertEquals("A3-000003", Mechanics.sheetNumber(mechanics.output().getFirst()));
    assertEquals(0, mechanics.loaded(Medium.A3));
    assertNotEquals(inkAt(first, SamplePdf.STOCK_Y), inkAt(look(), SamplePdf.STOCK_Y));
  }

  private int sendAndHoldHalfway() throws Exception {
    load(Medium.A3, "A3-000001");
    mechanics.plant(Mechanics.Fault.HELD);
    int job = send(Medium.A3);
    Patience patience = seconds(10);
    while (mechanics.loaded(Medium.A3) > 0) {
      assertTrue(patience.pause(Duration.ofMillis(20)), "no sheet is pulled");
    }
    assertEquals(JobReport.State.PROCESSING, done(printer.job(job, seconds(5))).state());
    return job;
  }

  private SheetPicture look() {
    var driver = new io.hall24.device.simulated.SimulatedOutputEyeDriver();
    var settings =
        driver.settings().resolve(java.util.Map.of("mechanics", mechanics.directory().toString()));
    try (var eye = driver.create(new io.hall24.device.DeviceId("eye"), settings, CLOCK)) {
      done(eye.open(seconds(1)));
      return done(eye.look(seconds(5)));
    }
  }

  /**
   * Dark pixels in the line of text whose baseline is at {@code y} points above the bottom edge.
   */
  private static long inkAt(SheetPicture picture, int y) {
    int bottom = picture.height() - y * picture.dpi() / 72;
    int top = bottom - SamplePdf.TEXT_POINTS * picture.dpi() / 72;
    long dark = 0;
    for (int i = top * picture.width(); i < bottom * picture.width(); i++) {
      dark += (picture.grey()[i] & 0xff) < 128 ? 1 : 0;
    }
    return dark;
  }

  private void load(Medium medium, String... numbers) throws IOException {
    for (String number : numbers) {
      mechanics.load(medium, number, SamplePdf.page(medium, number, SamplePdf.STOCK_Y));
    }
  }

  private void print(Medium medium) throws Exception {
    assertEquals(JobReport.State.COMPLETED, follow(send(medium)).state());
  }

  private int send(Medium medium) {
    int job = done(printer.createJob("issuance", medium, seconds(5)));
    done(printer.sendDocument(job, SamplePdf.page(medium, "LICENCE", 500), seconds(5)));
    return job;
  }

  private JobReport follow(int job) throws InterruptedException {
    Patience patience = seconds(20);
    JobReport report = done(printer.job(job, patience));
    while (!report.state().ended() && patience.pause(Duration.ofMillis(20))) {
      report = done(printer.job(job, patience));
    }
    return report;
  }

  private PrinterReport awaitReason(String keyword, boolean present) throws InterruptedException {
    Predicate<PrinterReport> shown =
        report ->
            report.reasons().stream()
                .anyMatch(reason -> StateReason.of(reason).keyword().equals(keyword));
    Patience patience = seconds(10);
    PrinterReport report = done(printer.report(patience));
    while (shown.test(report) != present && patience.pause(Duration.ofMillis(20))) {
      report = done(printer.report(patience));
    }
    assertEquals(present, shown.test(report), keyword + " in " + report);
    return report;
  }
}
