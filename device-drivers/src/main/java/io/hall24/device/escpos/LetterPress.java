package io.hall24.device.escpos;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws text as dots, on the same grid of cells on which a printer sets its own letters. */
final class LetterPress {
  /** What typesetters put where a character is missing, so that everybody sees it. */
  private static final String GETA = "\u3013";

  private final List<Font> fonts;

  private LetterPress(List<Font> fonts) {
    this.fonts = fonts;
  }

  /**
   * Draws with the fonts of a directory, in the order of their names.
   *
   * @throws IOException when there is none, or one cannot be read
   */
  static LetterPress of(Path directory) throws IOException {
    List<Font> fonts = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files
              .filter(file -> file.toString().matches("(?i).*\\.[ot]tf"))
              .sorted(BY_USE)
              .toList()) {
        fonts.add(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
      }
    } catch (FontFormatException broken) {
      throw new IOException(broken);
    }
    if (fonts.isEmpty()) {
      throw new IOException("no font in " + directory);
    }
    return new LetterPress(fonts);
  }

  static boolean anyFontIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(LetterPress::isFont);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isFont(Path file) {
    return file.toString().matches("(?i).*\\.[ot]tf");
  }

  /** Sans serif first: thin strokes do not survive a thermal head. */
  private static final java.util.Comparator<Path> BY_USE =
      java.util.Comparator.<Path, Boolean>comparing(file -> !file.toString().contains("Sans"))
          .thenComparing(Path::toString);

  /**
   * One line.
   *
   * @param cell height of a cell in dots; it is half as wide
   * @param left where it begins, in dots
   */
  void draw(String line, int cell, boolean bold, int left, DotPicture onto, int top) {
    int width = CellText.cells(line) * cell / 2;
    if (width == 0) {
      return;
    }
    var image = new BufferedImage(width, cell, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int x = 0;
    for (int codePoint : line.codePoints().toArray()) {
      int room = CellText.cells(codePoint) * cell / 2;
      Optional<Font> font = fontFor(codePoint);
      String letter = font.isPresent() ? Character.toString(codePoint) : GETA;
      pen.setFont(
          font.orElse(fonts.getFirst()).deriveFont(bold ? Font.BOLD : Font.PLAIN, cell * 0.86f));
      int wide = pen.getFontMetrics().stringWidth(letter);
      pen.drawString(letter, x + (room - wide) / 2, Math.round(cell * 0.8f));
      x += room;
    }
    pen.dispose();
    copy(image, left, onto, top);
  }

  private Optional<Font> fontFor(int codePoint) {
    return fonts.stream().filter(font -> font.canDisplay(codePoint)).findFirst();
  }

  private static void copy(BufferedImage image, int left, DotPicture onto, int top) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth() && left + x < onto.width(); x++) {
        if (image.getRaster().getSample(x, y, 0) > 110) {
          onto.blacken(left + x, top + y);
        }
      }
    }
  }
}
