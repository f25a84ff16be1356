package io.hall24.kiosk.licence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One font subset inside one document. Two characters may share a glyph (食 and the radical ⻝); a
 * subset gives each of its glyphs back as exactly one character, the one that was drawn, so a
 * second character of the same glyph needs another subset.
 */
final class EmbeddedFont {
  /** PDF 32000-1, 9.10.3: at most 100 entries in one bfchar block. */
  private static final int BLOCK = 100;

  private final PDDocument document;
  private final FontFile file;
  private final String resource;
  private final PDType0Font font;
  private final Map<Integer, Integer> characters = new TreeMap<>();

  EmbeddedFont(PDDocument document, FontFile file, String resource) throws IOException {
    this.document = document;
    this.file = file;
    this.resource = resource;
    this.font = PDType0Font.load(document, file.font(), true);
  }

  String resource() {
    return resource;
  }

  PDType0Font font() {
    return font;
  }

  /** Takes the glyph in, unless it already stands for another character here. */
  boolean accept(PaperFonts.Glyph glyph) {
    if (glyph.file() != file) {
      return false;
    }
    Integer taken = characters.putIfAbsent(glyph.id(), glyph.codePoint());
    if (taken == null) {
      font.addToSubset(glyph.codePoint());
    }
    return taken == null || taken == glyph.codePoint();
  }

  /** Cuts the subset out of the file, and writes which character each glyph was drawn for. */
  void finish() throws IOException {
    font.subset();
    var map = new PDStream(document);
    try (var out = map.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(toUnicode().getBytes(StandardCharsets.US_ASCII));
    }
    font.getCOSObject().setItem(COSName.TO_UNICODE, map);
  }

  private String toUnicode() {
    var text = new StringBuilder(1000);
    text.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
        .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
        .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
        .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    List<Map.Entry<Integer, Integer>> all = new ArrayList<>(characters.entrySet());
    for (int from = 0; from < all.size(); from += BLOCK) {
      var block = all.subList(from, Math.min(from + BLOCK, all.size()));
      text.append(block.size()).append(" beginbfchar\n");
      block.forEach(entry -> text.append(line(entry.getKey(), entry.getValue())));
      text.append("endbfchar\n");
    }
    return text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static String line(int glyph, int codePoint) {
    HexFormat hex = HexFormat.of().withUpperCase();
    byte[] utf16 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE);
    return "<" + hex.toHexDigits((short) glyph) + "> <" + hex.formatHex(utf16) + ">\n";
  }
}
