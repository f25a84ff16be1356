package io.hall24.device.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The characters of the zone (ICAO Doc 9303 part 3, 4.3; ISO 1073-2) and how they look. */
public final class OcrB {
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
  private static final int WIDE = 18;
  private static final int HIGH = 26;
  private static final int FONT_SIZE = 120;
  // Room around a character, of its pitch and of the height of capitals.
  private static final double ROOM_WIDE = 1.06;
  private static final double ROOM_HIGH = 1.32;
  private static final double[] SHIFTS = {-0.10, -0.05, 0, 0.05, 0.10};

  private static final double[] QUARTERS = {0.25, 0.75};

  private final Map<Character, double[]> looks;

  private OcrB(Map<Character, double[]> looks) {
    this.looks = looks;
  }

  /**
   * The characters as a font draws them.
   *
   * @param font an OpenType or TrueType file of OCR-B
   * @throws IOException when there is no such font
   */
  public static OcrB load(Path font) throws IOException {
    try (var in = Files.newInputStream(font)) {
      return draw(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) FONT_SIZE));
    } catch (FontFormatException | RuntimeException notAFont) {
      throw new IOException(font + " is not a font", notAFont);
    }
  }

  private static OcrB draw(Font font) throws IOException {
    if (font.canDisplayUpTo(CHARACTERS) >= 0) {
      throw new IOException(font.getFontName() + " lacks characters of the zone");
    }
    var context = new FontRenderContext(null, true, true);
    double pitch = font.getStringBounds("0", context).getWidth();
    double size = font.createGlyphVector(context, "H").getVisualBounds().getHeight();
    Map<Character, double[]> looks = new TreeMap<>();
    for (int i = 0; i < CHARACTERS.length(); i++) {
      char c = CHARACTERS.charAt(i);
      GreyPicture drawn = drawn(font, c);
      var grid =
          new Grid(FONT_SIZE / 2.0 + pitch / 2, pitch, FONT_SIZE * 1.5 - size / 2, 0, size, 1);
      looks.put(c, look(drawn, grid, 0, 0, 0));
    }
    return new OcrB(looks);
  }

  private static GreyPicture drawn(Font font, char c) {
    var image = new BufferedImage(2 * FONT_SIZE, 2 * FONT_SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    pen.setFont(font);
    pen.drawString(String.valueOf(c), FONT_SIZE / 2f, FONT_SIZE * 1.5f);
    pen.dispose();
    byte[] grey =
        (byte[]) image.getRaster().getDataElements(0, 0, 2 * FONT_SIZE, 2 * FONT_SIZE, null);
    return new GreyPicture(2 * FONT_SIZE, 2 * FONT_SIZE, grey);
  }

  /** What a character may be, likeliest first. */
  List<Guess> guess(GreyPicture picture, Grid grid, int index) {
    Map<Character, Double> best = new TreeMap<>();
    for (double across : SHIFTS) {
      for (double down : SHIFTS) {
        double[] seen = look(picture, grid, index, across * grid.pitch(), down * grid.size());
        looks.forEach((c, look) -> best.merge(c, product(seen, look), Math::max));
      }
    }
    return best.entrySet().stream()
        .map(entry -> new Guess(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Guess::likeness).reversed())
        .toList();
  }

  /** The cell as a vector of mean 0 and length 1, each part the mean of an area. */
  private static double[] look(
      GreyPicture picture, Grid grid, int index, double across, double down) {
    double[] look = new double[WIDE * HIGH];
    double stepX = grid.pitch() * ROOM_WIDE / WIDE;
    double stepY = grid.size() * ROOM_HIGH / HIGH;
    double left = grid.centreX(index) + across - grid.pitch() * ROOM_WIDE / 2;
    double top = grid.centreY(index) + down - grid.size() * ROOM_HIGH / 2;
    double sum = 0;
    for (int y = 0; y < HIGH; y++) {
      for (int x = 0; x < WIDE; x++) {
        double value = 0;
        for (double right : QUARTERS) {
          for (double lower : QUARTERS) {
            value += picture.at(left + (x + right) * stepX, top + (y + lower) * stepY);
          }
        }
        look[y * WIDE + x] = value;
        sum += value;
      }
    }
    double mean = sum / look.length;
    double square = 0;
    for (double value : look) {
      square += (value - mean) * (value - mean);
    }
    double length = Math.max(Math.sqrt(square), 1e-9);
    for (int i = 0; i < look.length; i++) {
      look[i] = (look[i] - mean) / length;
    }
    return look;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
