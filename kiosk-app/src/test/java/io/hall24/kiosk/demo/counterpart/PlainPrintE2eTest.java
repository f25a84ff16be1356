package io.hall24.kiosk.demo.counterpart;

import static io.hall24.kiosk.demo.counterpart.Expect.done;
import static io.hall24.kiosk.demo.counterpart.Expect.seconds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceFailure;
import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ops.PlainPrint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code hall24 print} against CUPS's ippeveprinter. */
@Tag("e2e")
@Timeout(60)
class PlainPrintE2eTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path directory;
  private VirtualPrinter host;
  private Mechanics mechanics;
  private PlainPrint plain;

  @BeforeEach
  void startPrinter() throws IOException {
    Path home = directory.resolve("printer");
    host = done(VirtualPrinter.start(VirtualPrinter.freePort(), home, CLOCK, seconds(20)));
    mechanics = host.mechanics();
    plain = new PlainPrint(uri -> host.client(CLOCK), (uri, medium) -> medium == Medium.A3);
  }

  @AfterEach
  void stopPrinter() {
    host.close();
  }

  @Test
  void printsPlainPaperToTheEnd() throws Exception {
    mechanics.load(Medium.A4, "blank-1", SamplePdf.page(Medium.A4, " ", 100));
    byte[] pdf = SamplePdf.page(Medium.A4, "LETTER", 500);
    assertInstanceOf(PlainPrint.Outcome.Printed.class, print(pdf, seconds(20)));
    Path sheet = mechanics.output().getFirst();
    assertArrayEquals(pdf, Files.readAllBytes(sheet.resolve("received.pdf")));
  }

  @Test
  void refusesPaperThatIsStock() throws Exception {
    mechanics.load(Medium.A3, "A3-000001", SamplePdf.page(Medium.A3, "A3-000001", 100));
    assertEquals(
        new PlainPrint.Outcome.HoldsStock(host.uri(), Medium.A3),
        print(SamplePdf.page(Medium.A3, "FORGED", 500), seconds(20)));
    assertEquals(1, mechanics.loaded(Medium.A3));
    assertTrue(mechanics.output().isEmpty());
  }

  @Test
  void refusesWhatIsNoPdf() throws Exception {
    assertInstanceOf(
        PlainPrint.Outcome.Unprintable.class, print(new byte[] {1, 2, 3}, seconds(20)));
  }

  @Test
  void tellsWhenTheJobIsNotPrinted() throws Exception {
    mechanics.load(Medium.A4, "blank-1", SamplePdf.page(Medium.A4, " ", 100));
    mechanics.plant(Mechanics.Fault.JAM);
    assertInstanceOf(
        PlainPrint.Outcome.NotPrinted.class,
        print(SamplePdf.page(Medium.A4, "LETTER", 500), seconds(20)));
  }

  @Test
  void doesNotClaimToKnowWhatItDidNotSeeEnd() throws Exception {
    var outcome =
        assertInstanceOf(
            PlainPrint.Outcome.Unknown.class,
            print(SamplePdf.page(Medium.A4, "LETTER", 500), seconds(3)));
    assertInstanceOf(DeviceFailure.TimedOut.class, outcome.failure());
  }

  @Test
  void tellsWhenThePrinterIsNotThere() throws Exception {
    host.close();
    var outcome =
        assertInstanceOf(
            PlainPrint.Outcome.PrinterFailed.class,
            print(SamplePdf.page(Medium.A4, "LETTER", 500), seconds(5)));
    assertInstanceOf(DeviceFailure.Offline.class, outcome.failure());
  }

  private PlainPrint.Outcome print(byte[] pdf, Patience patience) throws IOException {
    Path file = directory.resolve("file.pdf");
    Files.write(file, pdf);
    return plain.print(file, host.uri(), "plain", patience);
  }
}
