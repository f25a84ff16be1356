package io.hall24.kiosk.ops.maintenance;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.text.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The page that a printer is tested with: says in both languages that it is no licence, and has
 * what shows a tired printer: steps of grey, hair lines, and crosses every 10 mm along two edges.
 *
 * @param font a file that has Chinese and Latin letters
 * @param terminal its id
 */
public record TestPage(Path font, String terminal, HallClock clock) implements PrinterTest.Page {
  private static final float MM = 72 / 25.4f;
  private static final float LEFT = 20 * MM;
  private static final float STEP = 10 * MM;
  private static final int GREYS = 11;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT);

  @Override
  public byte[] draw() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDType0Font letters = PDType0Font.load(document, font.toFile());
      try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
        words(ink, letters);
        greys(ink);
        rulers(ink);
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private void words(PDPageContentStream ink, PDType0Font letters) throws IOException {
    String when = TIME.format(clock.wallTime().atZone(HallTime.ZONE));
    float top = 250 * MM;
    for (var language : Texts.LANGUAGES) {
      Texts texts = Texts.of(language);
      line(ink, letters, 26, top, texts.text("maintenance.page.title"));
      line(ink, letters, 12, top - 12 * MM, texts.text("maintenance.page.no-licence"));
      line(ink, letters, 12, top - 20 * MM, texts.text("maintenance.page.from", terminal, when));
      top -= 40 * MM;
    }
  }

  private static void line(
      PDPageContentStream ink, PDType0Font letters, float size, float height, String text)
      throws IOException {
    ink.beginText();
    ink.setFont(letters, size);
    ink.newLineAtOffset(LEFT, height);
    ink.showText(text);
    ink.endText();
  }

  private static void greys(PDPageContentStream ink) throws IOException {
    for (int step = 0; step < GREYS; step++) {
      float grey = (float) step / (GREYS - 1);
      ink.setNonStrokingColor(new Color(grey, grey, grey));
      ink.addRect(LEFT + step * 14 * MM, 130 * MM, 14 * MM, 20 * MM);
      ink.fill();
    }
    ink.setStrokingColor(Color.BLACK);
    for (int line = 1; line <= GREYS; line++) {
      ink.setLineWidth(line * 0.1f);
      ink.moveTo(LEFT, (120 - line * 4) * MM);
      ink.lineTo(LEFT + GREYS * 14 * MM, (120 - line * 4) * MM);
      ink.stroke();
    }
  }

  private static void rulers(PDPageContentStream ink) throws IOException {
    ink.setLineWidth(0.3f);
    for (float x = STEP; x < PDRectangle.A4.getWidth(); x += STEP) {
      cross(ink, x, STEP);
    }
    for (float y = 2 * STEP; y < PDRectangle.A4.getHeight(); y += STEP) {
      cross(ink, STEP, y);
    }
  }

  private static void cross(PDPageContentStream ink, float x, float y) throws IOException {
    ink.moveTo(x - 2 * MM, y);
    ink.lineTo(x + 2 * MM, y);
    ink.moveTo(x, y - 2 * MM);
    ink.lineTo(x, y + 2 * MM);
    ink.stroke();
  }
}
