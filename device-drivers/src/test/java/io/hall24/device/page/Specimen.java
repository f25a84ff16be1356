package io.hall24.device.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A drawn data page, 125 mm x 88 mm (ICAO Doc 9303 part 4), as a camera might see it. The zone is
 * set in another cut of OCR-B than the one that is compared with.
 */
final class Specimen {
  private static final Path FONTS = Path.of("/usr/share/fonts/opentype/ocr-b");
  static final Path COMPARED = FONTS.resolve("OCRB.otf");
  private static final Path PRINTED = FONTS.resolve("OCRBS.otf");
  private static final double WIDE = 125;
  private static final double HIGH = 88;
  private static final double PITCH = 2.54;

  private final List<String> zone;
  private final Optional<String> number;

  private Specimen(List<String> zone, Optional<String> number) {
    this.zone = zone;
    this.number = number;
  }

  static Specimen withZone(String upper, String lower) {
    return new Specimen(List.of(upper, lower), Optional.empty());
  }

  static Specimen withNumber(String number) {
    return new Specimen(List.of(), Optional.of(number));
  }

  /**
   * How it lies and is lit.
   *
   * @param dotsPerMillimetre of the picture
   * @param degrees by which it is turned
   * @param noise standard deviation of each pixel
   * @param blur pixels to each side over which it is blurred
   * @param shadow how much darker one side is, of 255
   */
  record View(double dotsPerMillimetre, double degrees, double noise, int blur, int shadow) {}

  GreyPicture seen(View view, Random random) throws Exception {
    double dots = view.dotsPerMillimetre();
    double angle = Math.toRadians(view.degrees());
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    int wide = (int) ((WIDE * cos + HIGH * sin + 12) * dots);
    int high = (int) ((WIDE * sin + HIGH * cos + 12) * dots);
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(new Color(70, 70, 70));
    pen.fillRect(0, 0, wide, high);
    pen.translate(wide / 2.0, high / 2.0);
    pen.rotate(angle);
    pen.scale(dots, dots);
    pen.translate(-WIDE / 2, -HIGH / 2);
    draw(pen, random);
    pen.dispose();
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
    blur(pixels, wide, high, view.blur());
    light(pixels, wide, view, random);
    return new GreyPicture(wide, high, pixels);
  }

  private void draw(Graphics2D pen, Random random) throws Exception {
    pen.setColor(new Color(235, 235, 235));
    pen.fill(new java.awt.geom.Rectangle2D.Double(0, 0, WIDE, HIGH));
    pen.setStroke(new BasicStroke(0.12f));
    pen.setColor(new Color(205, 205, 205));
    for (int i = 0; i < 40; i++) {
      pen.draw(
          new QuadCurve2D.Double(
              0,
              random.nextDouble(HIGH),
              WIDE / 2,
              random.nextDouble(HIGH),
              WIDE,
              random.nextDouble(HIGH)));
    }
    pen.setColor(new Color(120, 120, 120));
    pen.fill(new Ellipse2D.Double(12, 22, 22, 28));
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(3.2f));
    List<String> printed = List.of("UTOPIA  Passport", "Surname / Nom", "SPECIMEN", "24 MAR 1993");
    for (int i = 0; i < printed.size(); i++) {
      pen.drawString(printed.get(i), 45f, 14f + 10f * i);
    }
    Font font = font();
    number.ifPresent(digits -> write(pen, font, digits, 96, 14));
    for (int line = 0; line < zone.size(); line++) {
      write(pen, font, zone.get(line), 6.5, 73 + 6.35 * line);
    }
  }

  private static void write(Graphics2D pen, Font font, String text, double x, double y) {
    pen.setFont(font);
    for (int i = 0; i < text.length(); i++) {
      pen.drawString(text.substring(i, i + 1), (float) (x + i * PITCH), (float) y);
    }
  }

  private static Font font() throws Exception {
    try (var in = Files.newInputStream(PRINTED)) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f);
      double pitch =
          font.getStringBounds("0", new java.awt.font.FontRenderContext(null, true, true))
              .getWidth();
      return font.deriveFont(AffineTransform.getScaleInstance(PITCH / pitch, PITCH / pitch));
    }
  }

  private static void blur(byte[] pixels, int wide, int high, int reach) {
    byte[] sharp = pixels.clone();
    for (int y = reach; y < high - reach; y++) {
      for (int x = reach; x < wide - reach; x++) {
        int sum = 0;
        for (int dy = -reach; dy <= reach; dy++) {
          for (int dx = -reach; dx <= reach; dx++) {
            sum += sharp[(y + dy) * wide + x + dx] & 0xFF;
          }
        }
        pixels[y * wide + x] = (byte) (sum / ((2 * reach + 1) * (2 * reach + 1)));
      }
    }
  }

  private static void light(byte[] pixels, int wide, View view, Random random) {
    for (int i = 0; i < pixels.length; i++) {
      double value =
          (pixels[i] & 0xFF)
              - view.shadow() * (double) (i % wide) / wide
              + view.noise() * random.nextGaussian();
      pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
  }
}
