package io.hall24.kiosk.demo.counterpart;

import io.hall24.device.Medium;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Pages with one line of text. */
final class SamplePdf {
  /** Height of the text's font, in points. */
  static final int TEXT_POINTS = 40;

  /** Baseline of the number on a sheet of stock, in points above the bottom edge. */
  static final int STOCK_Y = 100;

  private SamplePdf() {}

  static byte[] page(Medium medium, String text, int y) {
    try (var document = new PDDocument()) {
      var page = new PDPage(medium == Medium.A3 ? PDRectangle.A3 : PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), TEXT_POINTS);
        content.newLineAtOffset(50, y);
        content.showText(text);
        content.endText();
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
