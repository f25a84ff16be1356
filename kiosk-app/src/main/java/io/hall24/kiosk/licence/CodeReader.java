package io.hall24.kiosk.licence;

import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.LicenceForm.CodePlace;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.text.code.UnifiedSocialCreditCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the printed credit code, whose font, size and place the form knows: every character is
 * compared with the 31 that a code may have, and the code counts only if its check character fits.
 * Belongs to the thread of its fonts.
 */
final class CodeReader {
  /** How far the first character is looked for, mm. */
  private static final double SEARCH = 1.6;

  /** How far a character may lie from where the one before it has it, pixels. */
  private static final int DRIFT = 1;

  /** Correlation, -1 to 1, below which a character is none. */
  private static final double LEAST_LIKENESS = 0.55;

  private final PaperFonts fonts;
  private final Map<Shapes, List<Shape>> drawn = new HashMap<>();

  CodeReader(PaperFonts fonts) {
    this.fonts = fonts;
  }

  private record Shapes(FontFace face, double size) {}

  /** A character as it should be seen: its cell from the top of the capitals to the baseline. */
  private static final class Shape {
    final char character;
    final int width;
    final int height;

    /** To the next character, pixels. */
    final double advance;

    /** 0 to 1 a pixel, less their mean. */
    final float[] ink;

    /** Root of the sum of the squares of the ink. */
    final double spread;

    Shape(char character, int width, int height, double advance, float[] coverage) {
      this.character = character;
      this.width = width;
      this.height = height;
      this.advance = advance;
      this.ink = coverage.clone();
      float mean = 0;
      for (float value : ink) {
        mean += value / ink.length;
      }
      double squares = 0;
      for (int i = 0; i < ink.length; i++) {
        ink[i] -= mean;
        squares += ink[i] * ink[i];
      }
      this.spread = Math.sqrt(squares);
    }
  }

  /** Where a character was found and how like it is. */
  private record Sight(Shape shape, int x, int y, double likeness) {}

  /** The code on a sheet, if all of it can be read. */
  Optional<String> read(FlatSheet sheet) {
    CodePlace place = sheet.form().code();
    Field field = place.number();
    double scale = sheet.pixelsPerMm();
    List<Shape> shapes =
        drawn.computeIfAbsent(
            new Shapes(field.style().face(), field.style().size() / Paper.POINTS_PER_MM * scale),
            this::draw);
    int height = shapes.getFirst().height;
    double x = field.left() * scale;
    int y = (int) Math.round(field.baseline() * scale) - height;
    int reach = (int) Math.round(SEARCH * scale);
    var code = new StringBuilder();
    while (code.length() < UnifiedSocialCreditCode.LENGTH) {
      Sight sight = best(sheet.picture(), shapes, (int) Math.round(x), y, reach);
      if (sight.likeness() < LEAST_LIKENESS) {
        return Optional.empty();
      }
      code.append(sight.shape().character);
      x += sight.shape().advance + 0.5 * (sight.x() - Math.round(x));
      y = sight.y();
      reach = DRIFT;
    }
    return Optional.of(code.toString()).filter(UnifiedSocialCreditCode::isValid);
  }

  private static Sight best(SheetPicture picture, List<Shape> shapes, int x, int y, int reach) {
    Sight best = new Sight(shapes.getFirst(), x, y, -1);
    for (Shape shape : shapes) {
      for (int down = -reach; down <= reach; down++) {
        for (int right = -reach; right <= reach; right++) {
          double likeness = likeness(picture, shape, x + right, y + down);
          if (likeness > best.likeness()) {
            best = new Sight(shape, x + right, y + down, likeness);
          }
        }
      }
    }
    return best;
  }

  /** Normalised correlation, which neither weak toner nor shade changes. */
  private static double likeness(SheetPicture picture, Shape shape, int left, int top) {
    if (left < 0
        || top < 0
        || left + shape.width > picture.width()
        || top + shape.height > picture.height()) {
      return -1;
    }
    double product = 0;
    double sum = 0;
    double squares = 0;
    int at = 0;
    for (int y = top; y < top + shape.height; y++) {
      int row = y * picture.width();
      for (int x = left; x < left + shape.width; x++) {
        int dark = 255 - (picture.grey()[row + x] & 0xFF);
        product += dark * shape.ink[at++];
        sum += dark;
        squares += (double) dark * dark;
      }
    }
    double spread = Math.sqrt(Math.max(1e-9, squares - sum * sum / at));
    return product / (spread * shape.spread);
  }

  private List<Shape> draw(Shapes wanted) {
    List<Shape> shapes = new ArrayList<>();
    int height = (int) Math.ceil(wanted.size() * capitals(wanted.face()));
    for (char character : UnifiedSocialCreditCode.ALPHABET.toCharArray()) {
      shapes.add(draw(glyph(wanted.face(), character), wanted.size(), height));
    }
    return List.copyOf(shapes);
  }

  private PaperFonts.Glyph glyph(FontFace face, char character) {
    return fonts.glyph(face, character).orElseThrow();
  }

  /** Height of the capitals in em. */
  private double capitals(FontFace face) {
    PaperFonts.Glyph letter = glyph(face, 'H');
    return letter.file().outline(letter.id()).getBounds2D().getMaxY();
  }

  private static Shape draw(PaperFonts.Glyph glyph, double size, int height) {
    double advance = glyph.advance() * size;
    int width = (int) Math.round(advance);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.transform(new AffineTransform(size, 0, 0, -size, 0, height));
    graphics.fill(glyph.file().outline(glyph.id()));
    graphics.dispose();
    float[] coverage = new float[width * height];
    for (int at = 0; at < coverage.length; at++) {
      coverage[at] = image.getRaster().getSample(at % width, at / width, 0) / 255f;
    }
    return new Shape((char) glyph.codePoint(), width, height, advance, coverage);
  }
}
