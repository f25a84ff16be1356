package io.hall24.kiosk.app;

import io.hall24.kiosk.licence.FontFace;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.LicenceForm;
import io.hall24.kiosk.licence.LicenceForms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The least that a program must do to show a licence's strings with its fonts, embedded as subsets:
 * no layout, no QR code, one line under the other. The fonts are parsed once, as ours are.
 */
final class BareLicence implements AutoCloseable {
  private static final float SIZE = 10;
  private static final float LEADING = 14;

  private final Map<FontFace, TrueTypeFont> parsed = new EnumMap<>(FontFace.class);
  private final LicenceForm form;

  BareLicence(Path fonts, LicenceForms forms) throws IOException {
    this.form = forms.original();
    for (FontFace face : FontFace.values()) {
      String file =
          switch (face) {
            case SERIF -> "NotoSerifSC_400Regular.ttf";
            case SERIF_BOLD -> "NotoSerifSC_600SemiBold.ttf";
            case SANS -> "NotoSansSC_400Regular.ttf";
            case SANS_BOLD -> "NotoSansSC_700Bold.ttf";
          };
      try (var bytes = new RandomAccessReadBufferedFile(fonts.resolve(file).toFile())) {
        parsed.put(face, new TTFParser().parse(bytes));
      }
    }
  }

  /** Size of the document, bytes. */
  int show(LicenceFace face) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream(64 * 1024)) {
      var page = new PDPage(PDRectangle.A3);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        var lines = new Lines(document, content);
        content.beginText();
        content.newLineAtOffset(LEADING, PDRectangle.A3.getHeight() - LEADING);
        lines.show(form.code().caption().style().face(), form.code().caption().text());
        lines.show(form.code().number().style().face(), face.uscc());
        for (var place : form.items().getOrDefault(face.entityType(), java.util.List.of())) {
          String text = face.items().get(place.item());
          if (text != null) {
            lines.show(place.caption().style().face(), place.caption().text());
            lines.show(place.text().style().face(), text);
          }
        }
        if (face.issueDate().isPresent()) {
          lines.show(FontFace.SERIF, face.issueDate().get().replace("-", ""));
        }
        if (form.sampleMark().isPresent()) {
          lines.show(form.sampleMark().get().style().face(), form.sampleMark().get().text());
        }
        content.endText();
      }
      document.save(out);
      return out.size();
    }
  }

  /** The lines of one document. */
  private final class Lines {
    private final PDDocument document;
    private final PDPageContentStream content;
    private final Map<FontFace, PDFont> embedded = new EnumMap<>(FontFace.class);

    Lines(PDDocument document, PDPageContentStream content) {
      this.document = document;
      this.content = content;
    }

    void show(FontFace face, String text) throws IOException {
      PDFont font = embedded.get(face);
      if (font == null) {
        font = PDType0Font.load(document, parsed.get(face), true);
        embedded.put(face, font);
      }
      content.setFont(font, SIZE);
      content.showText(text);
      content.newLineAtOffset(0, -LEADING);
    }
  }

  @Override
  public void close() throws IOException {
    for (TrueTypeFont font : parsed.values()) {
      font.close();
    }
  }
}
