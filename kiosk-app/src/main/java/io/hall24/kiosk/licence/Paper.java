package io.hall24.kiosk.licence;

import io.hall24.config.Profile.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * One page while it is drawn. Lengths are millimetres from the upper left corner, sizes of type are
 * points. Writes the page's operators itself, because the library's own content stream would choose
 * which character a shared glyph stands for (see {@link EmbeddedFont}).
 */
final class Paper implements AutoCloseable {
  static final double POINTS_PER_MM = 72 / 25.4;

  /** Length of the handles of a quarter circle drawn as a Bézier curve, for radius 1. */
  private static final double CIRCLE = 0.5523;

  /** Outline that makes a regular glyph look bold, in em. */
  private static final double THICKENED = 0.028;

  private final PDDocument document = new PDDocument();
  private final PDPage page;
  private final PDResources resources = new PDResources();
  private final double height;
  private final List<EmbeddedFont> fonts = new ArrayList<>();
  private final StringBuilder content = new StringBuilder(8192);
  private final StringBuilder path = new StringBuilder(8192);

  Paper(double width, double height) {
    this(width, height, Placement.EXACT);
  }

  /**
   * A page.
   *
   * @param placement where what is drawn on it is put
   */
  Paper(double width, double height, Placement placement) {
    this.height = height;
    this.page =
        new PDPage(
            new PDRectangle((float) (width * POINTS_PER_MM), (float) (height * POINTS_PER_MM)));
    document.addPage(page);
    page.setResources(resources);
    document.getDocumentCatalog().setLanguage("zh-CN");
    if (!placement.equals(Placement.EXACT)) {
      place(placement);
    }
  }

  /** The page's origin is its lower left corner, a placement's is the upper left one. */
  private void place(Placement placement) {
    decimal(content, placement.across(), 1_000_000).append("0 0 ");
    decimal(content, placement.along(), 1_000_000);
    number(content, placement.right() * POINTS_PER_MM);
    number(content, (height * (1 - placement.along()) - placement.down()) * POINTS_PER_MM)
        .append("cm\n");
  }

  /**
   * Draws a line of glyphs.
   *
   * @param baseline of the glyphs, from the top
   * @param size points
   * @param spacing added after every glyph, mm
   * @param degrees turned around the start, counter-clockwise
   */
  void glyphs(
      List<PlacedGlyph> glyphs,
      double left,
      double baseline,
      double size,
      double spacing,
      double degrees,
      Ink ink) {
    if (glyphs.isEmpty()) {
      return;
    }
    content.append("BT ");
    ink(ink, "rg");
    number(content, spacing * POINTS_PER_MM).append("Tc ");
    double turn = Math.toRadians(degrees);
    decimal(content, Math.cos(turn), 10_000);
    decimal(content, Math.sin(turn), 10_000);
    decimal(content, -Math.sin(turn), 10_000);
    decimal(content, Math.cos(turn), 10_000);
    point(content, left, baseline).append("Tm ");
    String current = "";
    for (PlacedGlyph placed : glyphs) {
      PaperFonts.Glyph glyph = placed.glyph();
      String resource = embed(glyph).resource();
      if (!resource.equals(current)) {
        content.append(current.isEmpty() ? "" : ">] TJ ");
        weight(glyph.thin() ? size * THICKENED : 0, ink);
        content.append('/').append(resource).append(' ');
        number(content, size).append("Tf [<");
        current = resource;
      }
      if (placed.tightened() != 0) {
        number(content.append("> "), placed.tightened() * 1000).append('<');
      }
      content.append(HexFormat.of().toHexDigits((short) glyph.id()));
    }
    content.append(">] TJ ET\n");
  }

  /** Text rendering mode 2 draws the outline around the filled glyph (PDF 32000-1, 9.3.6). */
  private void weight(double outline, Ink ink) {
    if (outline > 0) {
      ink(ink, "RG");
      number(content, outline).append("w 2 Tr ");
    } else {
      content.append("0 Tr ");
    }
  }

  private EmbeddedFont embed(PaperFonts.Glyph glyph) {
    for (EmbeddedFont font : fonts) {
      if (font.accept(glyph)) {
        return font;
      }
    }
    try {
      var font = new EmbeddedFont(document, glyph.file(), "F" + fonts.size());
      resources.put(COSName.getPDFName(font.resource()), font.font());
      fonts.add(font);
      font.accept(glyph);
      return font;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Paper moveTo(double x, double y) {
    point(path, x, y).append("m ");
    return this;
  }

  Paper lineTo(double x, double y) {
    point(path, x, y).append("l ");
    return this;
  }

  Paper curveTo(double x1, double y1, double x2, double y2, double x3, double y3) {
    point(path, x1, y1);
    point(path, x2, y2);
    point(path, x3, y3).append("c ");
    return this;
  }

  Paper rectangle(double x, double y, double width, double depth) {
    point(path, x, y + depth);
    number(path, width * POINTS_PER_MM);
    number(path, depth * POINTS_PER_MM).append("re ");
    return this;
  }

  Paper circle(double x, double y, double radius) {
    double handle = radius * CIRCLE;
    moveTo(x + radius, y);
    curveTo(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    curveTo(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    curveTo(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    return curveTo(x + handle, y - radius, x + radius, y - handle, x + radius, y);
  }

  /** Ends the path and draws it as lines of this width in mm. */
  void stroke(double width, Ink ink) {
    ink(ink, "RG");
    number(content, width * POINTS_PER_MM).append("w ").append(path).append("S\n");
    path.setLength(0);
  }

  /** Ends the path and fills it. */
  void fill(Ink ink) {
    ink(ink, "rg");
    content.append(path).append("f\n");
    path.setLength(0);
  }

  private StringBuilder point(StringBuilder out, double x, double y) {
    number(out, x * POINTS_PER_MM);
    return number(out, (height - y) * POINTS_PER_MM);
  }

  private void ink(Ink ink, String operator) {
    decimal(content, ink.red() / 255.0, 1000);
    decimal(content, ink.green() / 255.0, 1000);
    decimal(content, ink.blue() / 255.0, 1000).append(operator).append(' ');
  }

  /** Two decimals are 0.004 mm, a tenth of what a printer can place. */
  private static StringBuilder number(StringBuilder out, double value) {
    return decimal(out, value, 100);
  }

  private static StringBuilder decimal(StringBuilder out, double value, long parts) {
    long counted = Math.round(value * parts);
    if (counted < 0) {
      out.append('-');
    }
    long magnitude = Math.abs(counted);
    out.append(magnitude / parts);
    if (magnitude % parts != 0) {
      String digits = Long.toString(parts + magnitude % parts);
      out.append('.').append(digits, 1, digits.length());
    }
    return out.append(' ');
  }

  /**
   * Makes the document one for archives: PDF/A-2u (ISO 19005-2), every character of which can be
   * extracted. Colours are those of sRGB.
   */
  void archival(String title) {
    ArchivalMark.put(document, title);
  }

  /** Finishes the document: cuts the fonts down to what was drawn. */
  Pdf finish() {
    try (var bytes = new ByteArrayOutputStream(64 * 1024)) {
      for (EmbeddedFont font : fonts) {
        font.finish();
      }
      var stream = new PDStream(document);
      byte[] operators = content.toString().getBytes(StandardCharsets.US_ASCII);
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(operators);
      }
      page.setContents(stream);
      // The library makes the file identifier from the time unless it is told a number.
      document.setDocumentId((long) Arrays.hashCode(operators));
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      return new Pdf(bytes.toByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
