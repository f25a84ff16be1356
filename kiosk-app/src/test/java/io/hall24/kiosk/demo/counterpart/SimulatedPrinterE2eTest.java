package io.hall24.kiosk.demo.counterpart;

import static io.hall24.kiosk.demo.counterpart.Expect.done;
import static io.hall24.kiosk.demo.counterpart.Expect.failure;
import static io.hall24.kiosk.demo.counterpart.Expect.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.simulated.SimulatedPrinterDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated printer with the real mechanics: qpdf composes, poppler rasters. */
@Tag("e2e")
@Timeout(60)
class SimulatedPrinterE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final byte[] PAGE = SamplePdf.page(Medium.A4, "PLAIN", 500);

  @TempDir Path directory;
  private Mechanics mechanics;
  private PagePrinter printer;

  @BeforeEach
  void openPrinter() {
    mechanics = new Mechanics(directory);
    Path command = CounterpartsHome.find().orElseThrow().resolve("printer/mechanics.sh");
    var driver = new SimulatedPrinterDriver();
    var values = Map.of("mechanics", directory.toString(), "command", command.toString());
    printer = driver.create(new DeviceId("printer"), driver.settings().resolve(values), CLOCK);
    done(printer.open(seconds(1)));
  }

  @AfterEach
  void closePrinter() {
    printer.close();
  }

  @Test
  void printsOnTheNextSheet() throws Exception {
    mechanics.load(Medium.A4, "A4-000001", SamplePdf.page(Medium.A4, "A4-000001", 100));
    int job = send();
    JobReport end = follow(job, report -> report.state().ended());
    assertEquals(JobReport.State.COMPLETED, end.state());
    assertEquals(1, end.impressions().orElseThrow());
    Path sheet = mechanics.output().getFirst();
    assertEquals("A4-000001", Mechanics.sheetNumber(sheet));
    assertArrayEquals(PAGE, Files.readAllBytes(sheet.resolve("received.pdf")));
  }

  @Test
  void waitsAtAnEmptyTrayUntilItIsCancelled() throws Exception {
    int job = send();
    Patience patience = seconds(10);
    while (done(printer.report(patience)).reasons().isEmpty()) {
      assertTrue(patience.pause(Duration.ofMillis(20)), "media-empty is not reported");
    }
    assertTrue(done(printer.report(patience)).reasons().contains("media-empty-warning"));
    assertInstanceOf(
        DeviceFailure.Busy.class, failure(printer.createJob("second", Medium.A4, seconds(1))));

    JobReport asked = done(printer.cancel(job, seconds(1)));
    assertTrue(asked.reasons().contains("processing-to-stop-point"), asked::toString);

    JobReport end = follow(job, report -> report.state().ended());
    assertEquals(JobReport.State.CANCELED, end.state());
    assertTrue(mechanics.output().isEmpty());
  }

  @Test
  void aJamKeepsTheSheetInside() throws Exception {
    mechanics.load(Medium.A4, "A4-000001", SamplePdf.page(Medium.A4, "A4-000001", 100));
    mechanics.plant(Mechanics.Fault.JAM);
    int job = send();
    assertEquals(JobReport.State.ABORTED, follow(job, report -> report.state().ended()).state());
    assertEquals("A4-000001", Mechanics.sheetNumber(mechanics.jammed().getFirst()));
    assertTrue(done(printer.report(seconds(1))).reasons().contains("media-jam-report"));
  }

  @Test
  void goesOnWhenTheDeviceIsClosed() throws Exception {
    int job = send();
    printer.close();
    mechanics.load(Medium.A4, "A4-000001", SamplePdf.page(Medium.A4, "A4-000001", 100));
    done(printer.open(seconds(1)));
    JobReport end = follow(job, report -> report.state().ended());
    assertEquals(JobReport.State.COMPLETED, end.state());
  }

  @Test
  void aNewDeviceKnowsNothingOfEarlierJobs() {
    int job = done(printer.createJob("job", Medium.A4, seconds(1)));
    openPrinter();
    assertEquals(JobReport.State.ABSENT, done(printer.job(job, seconds(1))).state());
  }

  private int send() {
    int job = done(printer.createJob("job", Medium.A4, seconds(1)));
    assertEquals(job, done(printer.sendDocument(job, PAGE, seconds(1))).jobId());
    return job;
  }

  private JobReport follow(int job, Predicate<JobReport> until) throws InterruptedException {
    Patience patience = seconds(20);
    JobReport report = done(printer.job(job, patience));
    while (!until.test(report) && patience.pause(Duration.ofMillis(20))) {
      report = done(printer.job(job, patience));
    }
    return report;
  }
}
