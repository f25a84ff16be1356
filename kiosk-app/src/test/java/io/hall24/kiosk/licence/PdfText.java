package io.hall24.kiosk.licence;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Text that somebody else gets out of a document. */
final class PdfText {
  private PdfText() {}

  /** Without any white space, which a page does not have between its lines. */
  static String of(Pdf pdf) {
    try (var document = Loader.loadPDF(pdf.bytes())) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      return squeezed(stripper.getText(document));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  static String squeezed(String text) {
    return text.replaceAll("[\\s\\u3000]", "");
  }
}
