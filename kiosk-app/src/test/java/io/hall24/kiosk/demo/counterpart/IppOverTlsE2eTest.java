package io.hall24.kiosk.demo.counterpart;

import static io.hall24.kiosk.demo.counterpart.Expect.done;
import static io.hall24.kiosk.demo.counterpart.Expect.failure;
import static io.hall24.kiosk.demo.counterpart.Expect.seconds;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.ipp.IppPrinterDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ipps:} against the certificate that CUPS's ippeveprinter signs for itself. */
@Tag("e2e")
@Timeout(60)
class IppOverTlsE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String OTHER_CERTIFICATE = "other.pem";

  @TempDir Path directory;
  private VirtualPrinter host;

  @BeforeEach
  void startPrinter() throws IOException {
    host = done(VirtualPrinter.start(VirtualPrinter.freePort(), directory, CLOCK, seconds(20)));
  }

  @AfterEach
  void stopPrinter() {
    host.close();
  }

  @Test
  void printsWhenThePinnedCertificateIsShown() throws Exception {
    refuse(client(Optional.empty()));
    host.mechanics().load(Medium.A3, "A3-000001", SamplePdf.page(Medium.A3, "A3-000001", 100));
    PagePrinter printer = client(Optional.of(shownCertificate()));
    done(printer.open(seconds(10)));
    int job = done(printer.createJob("issuance-1", Medium.A3, seconds(10)));
    done(printer.sendDocument(job, SamplePdf.page(Medium.A3, "LICENCE", 500), seconds(10)));
    Patience patience = seconds(20);
    JobReport report = done(printer.job(job, patience));
    while (!report.state().ended() && patience.pause(Duration.ofMillis(50))) {
      report = done(printer.job(job, patience));
    }
    assertEquals(JobReport.State.COMPLETED, report.state());
  }

  @Test
  void refusesAnyOtherCertificate() throws Exception {
    Path other = directory.resolve(OTHER_CERTIFICATE);
    try (var pem = IppOverTlsE2eTest.class.getResourceAsStream(OTHER_CERTIFICATE)) {
      Files.write(other, Optional.ofNullable(pem).orElseThrow().readAllBytes());
    }
    refuse(client(Optional.of(other)));
  }

  @Test
  void anUnreadableCertificateIsAMistakeOfConfiguration() throws Exception {
    Path broken = Files.write(directory.resolve("broken.pem"), "no pem".getBytes(US_ASCII));
    assertInstanceOf(
        DeviceFailure.NoDevice.class, failure(client(Optional.of(broken)).open(seconds(5))));
  }

  private void refuse(PagePrinter printer) {
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(printer.open(seconds(10))));
  }

  /** The printer makes it when it is first asked over TLS. */
  private Path shownCertificate() throws IOException {
    try (var files = Files.list(directory.resolve("keys"))) {
      return files.filter(file -> file.toString().endsWith(".crt")).findFirst().orElseThrow();
    }
  }

  private PagePrinter client(Optional<Path> certificate) {
    var driver = new IppPrinterDriver();
    Map<String, String> values = new HashMap<>();
    values.put("uri", host.uri().toString().replaceFirst("^ipp:", "ipps:"));
    certificate.ifPresent(file -> values.put("certificate", file.toString()));
    return driver.create(new DeviceId("printer"), driver.settings().resolve(values), CLOCK);
  }
}
