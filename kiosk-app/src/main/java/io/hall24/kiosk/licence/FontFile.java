package io.hall24.kiosk.licence;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** One parsed TrueType file. */
final class FontFile {
  private final String name;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  private FontFile(String name, TrueTypeFont font) throws IOException {
    this.name = name;
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static FontFile parse(Path file) throws IOException {
    try (var bytes = new RandomAccessReadBufferedFile(file.toFile())) {
      return new FontFile(file.getFileName().toString(), new TTFParser().parse(bytes));
    }
  }

  String name() {
    return name;
  }

  TrueTypeFont font() {
    return font;
  }

  /** Glyph of a character, 0 if there is none. */
  int glyph(int codePoint) {
    return characters.getGlyphId(codePoint);
  }

  /** Outline of a glyph in em, upwards from the baseline. */
  Shape outline(int glyph) {
    try {
      var scale = AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm);
      return scale.createTransformedShape(font.getGlyph().getGlyph(glyph).getPath());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Advance width of a glyph in em. */
  double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
