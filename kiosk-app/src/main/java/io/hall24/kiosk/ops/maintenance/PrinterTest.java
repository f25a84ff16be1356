package io.hall24.kiosk.ops.maintenance;

import io.hall24.device.Attempt;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.ops.PlainJob;
import io.hall24.kiosk.ops.PlainPrint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prints a test page and follows it to its end: on the printer for plain paper, never on the one
 * that holds stock.
 */
public final class PrinterTest {
  private static final Duration WHOLE_JOB = Duration.ofSeconds(60);
  private static final String JOB = "hall24-test-page";

  /** A page that is no licence. */
  @FunctionalInterface
  public interface Page {
    /**
     * One A4 page as PDF.
     *
     * @throws IOException when it cannot be drawn
     */
    byte[] draw() throws IOException;
  }

  private final Optional<SupervisedDevice<PagePrinter>> plain;
  private final boolean holdsStock;
  private final Page page;

  /**
   * @param plain the printer for plain paper, if the terminal has one
   * @param holdsStock whether it is, under whatever name, the one that holds stock
   */
  public PrinterTest(Optional<SupervisedDevice<PagePrinter>> plain, boolean holdsStock, Page page) {
    this.plain = plain;
    this.holdsStock = holdsStock;
    this.page = page;
  }

  /** How it ended. */
  public sealed interface Outcome {
    /** The terminal has no printer but the one that holds stock. */
    record NoPlainPrinter() implements Outcome {}

    /** The printer holds stock; no job was made. */
    record HoldsStock() implements Outcome {}

    /** The page could not be drawn; no job was made. */
    record NoPage(String detail) implements Outcome {}

    /** There was a job, or the attempt to make one. */
    record Followed(PlainPrint.Outcome job) implements Outcome {}

    /** A word for the journal. */
    default String word() {
      return switch (this) {
        case NoPlainPrinter _ -> "no-plain-printer";
        case HoldsStock _ -> "holds-stock";
        case NoPage _ -> "no-page";
        case Followed(PlainPrint.Outcome.Printed _) -> "printed";
        case Followed(PlainPrint.Outcome.NotPrinted _) -> "not-printed";
        case Followed(PlainPrint.Outcome.HoldsStock _) -> "holds-stock";
        case Followed(PlainPrint.Outcome.Unprintable _) -> "no-page";
        case Followed(PlainPrint.Outcome.PrinterFailed _) -> "printer-failed";
        case Followed(PlainPrint.Outcome.Unknown _) -> "unknown";
      };
    }
  }

  /**
   * Prints.
   *
   * @param seen is told how the job stands, on the printer's thread
   */
  public Outcome run(Consumer<JobReport> seen) throws InterruptedException {
    if (plain.isEmpty()) {
      return new Outcome.NoPlainPrinter();
    }
    if (holdsStock) {
      return new Outcome.HoldsStock();
    }
    byte[] pdf;
    try {
      pdf = page.draw();
    } catch (IOException failed) {
      return new Outcome.NoPage(failed.toString());
    }
    SupervisedDevice<PagePrinter> printer = plain.get();
    if (printer.wake() instanceof Attempt.Failed<String>(var failure)) {
      return new Outcome.Followed(new PlainPrint.Outcome.PrinterFailed(failure));
    }
    return new Outcome.Followed(
        printer.<PlainPrint.Outcome>ask(
            WHOLE_JOB,
            (device, patience) -> PlainJob.print(device, pdf, JOB, Medium.A4, seen, patience),
            PlainPrint.Outcome.PrinterFailed::new));
  }
}
