package io.hall24.kiosk.ops;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Prints a file on plain paper and follows the job to its end. */
public final class PlainPrint {
  private static final float POINTS_PER_MM = 72 / 25.4f;
  private static final float TOLERANCE_MM = 2;

  private final Function<URI, PagePrinter> printers;
  private final BiPredicate<URI, Medium> holdsStock;

  /**
   * @param printers a closed printer for a URI
   * @param holdsStock whether a profile uses this printer's paper of this size as stock
   */
  public PlainPrint(Function<URI, PagePrinter> printers, BiPredicate<URI, Medium> holdsStock) {
    this.printers = printers;
    this.holdsStock = holdsStock;
  }

  /** How it ended. */
  public sealed interface Outcome {
    /** The printer says that it printed it. */
    record Printed(JobReport job) implements Outcome {}

    /** The job ended otherwise. */
    record NotPrinted(JobReport job) implements Outcome {}

    /** The printer or its tray holds controlled stock. */
    record HoldsStock(URI printer, Medium medium) implements Outcome {}

    /** The file is no PDF whose pages are all A3 or all A4. */
    record Unprintable(String reason) implements Outcome {}

    /** The printer has not got the document. */
    record PrinterFailed(DeviceFailure failure) implements Outcome {}

    /**
     * The printer may have the document, but was not followed to the job's end.
     *
     * @param jobId by which to ask it
     */
    record Unknown(int jobId, DeviceFailure failure) implements Outcome {}
  }

  /**
   * Prints.
   *
   * @param name what the printer calls the job
   * @param patience for all of it, paper included
   */
  public Outcome print(Path file, URI printer, String name, Patience patience) {
    byte[] pdf;
    Optional<Medium> medium;
    try {
      pdf = Files.readAllBytes(file);
      medium = medium(pdf);
    } catch (IOException unreadable) {
      return new Outcome.Unprintable(unreadable.toString());
    }
    if (medium.isEmpty()) {
      return new Outcome.Unprintable("its pages are not all A3 or all A4");
    }
    if (holdsStock.test(printer, medium.get())) {
      return new Outcome.HoldsStock(printer, medium.get());
    }
    try (PagePrinter device = printers.apply(printer)) {
      return switch (device.open(patience)) {
        case Attempt.Failed<String>(var failure) -> new Outcome.PrinterFailed(failure);
        case Attempt.Done<String> ready ->
            PlainJob.print(device, pdf, name, medium.get(), _ -> {}, patience);
      };
    }
  }

  private static Optional<Medium> medium(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Arrays.stream(Medium.values())
          .filter(medium -> document.getNumberOfPages() > 0 && everyPageIs(medium, document))
          .findFirst();
    }
  }

  private static boolean everyPageIs(Medium medium, PDDocument document) {
    for (var page : document.getPages()) {
      if (!is(medium, page.getMediaBox())) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(Medium medium, PDRectangle box) {
    float shortSide = Math.min(box.getWidth(), box.getHeight()) / POINTS_PER_MM;
    float longSide = Math.max(box.getWidth(), box.getHeight()) / POINTS_PER_MM;
    return switch (medium) {
      case A3 -> near(shortSide, 297) && near(longSide, 420);
      case A4 -> near(shortSide, 210) && near(longSide, 297);
    };
  }

  private static boolean near(float actualMm, float expectedMm) {
    return Math.abs(actualMm - expectedMm) <= TOLERANCE_MM;
  }
}
