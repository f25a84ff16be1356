package io.hall24.kiosk.demo;

import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Copying paper for the printer of test pages. Nobody counts it. */
final class PlainPaper {
  private static final int SHEETS = 20;

  private PlainPaper() {}

  /** Fills the tray up. */
  static void fill(Mechanics printer) throws IOException {
    byte[] sheet = blank();
    for (int number = 1; number <= SHEETS; number++) {
      printer.load(Medium.A4, "plain-%02d".formatted(number), sheet);
    }
  }

  private static byte[] blank() throws IOException {
    try (PDDocument paper = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      paper.addPage(new PDPage(PDRectangle.A4));
      paper.save(out);
      return out.toByteArray();
    }
  }
}
