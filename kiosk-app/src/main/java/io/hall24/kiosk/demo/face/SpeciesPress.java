package io.hall24.kiosk.demo.face;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Renders what a camera would see of a face, of a print of it and of a screen that shows it. What
 * these pictures prove is that the rendering is recognised; no print and no screen was before a
 * camera for them.
 */
public final class SpeciesPress {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final double EYES = 74;
  private static final float QUALITY = 0.92f;

  private final PortraitStudio studio;

  public SpeciesPress(PortraitStudio studio) {
    this.studio = studio;
  }

  /** What stands before the camera. */
  public enum Species {
    /** The person. */
    LIVE,
    /** Four-colour dots on paper with a white margin, held in the hand. */
    PRINT,
    /** A telephone or tablet with a dark rim. */
    SCREEN;

    /** In tables, e.g. {@code print}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Renders each species of a portrait several times.
   *
   * @param folder takes the pictures
   * @param each how many of each species
   * @return the lines of a table: file and species
   */
  public List<String> press(Path portrait, Path folder, int each, long seed)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Sitting sitting = studio.sit(portrait);
    Random random = new Random(seed);
    String who = portrait.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    List<String> lines = new ArrayList<>();
    for (Species species : Species.values()) {
      for (int i = 1; i <= each; i++) {
        String file = "%s-%s-%02d.jpg".formatted(who, species.code(), i);
        BufferedImage seen = seen(species, sitting, random);
        Sitting.relight(seen, 0.9 + 0.1 * random.nextDouble(), random);
        Files.write(folder.resolve(file), PortraitStudio.jpeg(seen, QUALITY));
        lines.add(file + "," + species.code());
      }
    }
    return lines;
  }

  private static BufferedImage seen(Species species, Sitting sitting, Random random) {
    return switch (species) {
      case LIVE -> sitting.picture(view(WIDTH, HEIGHT, 1, random), WIDTH, HEIGHT);
      case PRINT -> held(print(sitting, random), 0.06, Color.WHITE, 0, random);
      case SCREEN -> held(screen(sitting, random), 0.05, new Color(12, 12, 14), 26, random);
    };
  }

  private static Sitting.View view(int width, int height, double scale, Random random) {
    return new Sitting.View(
        width / 2.0 + 8 * random.nextGaussian(),
        height * 0.42 + 5 * random.nextGaussian(),
        EYES * scale * (0.95 + 0.1 * random.nextDouble()),
        Math.toRadians(2 * random.nextGaussian()));
  }

  /** Less contrast, less colour, and dots in rows that lean. */
  private static BufferedImage print(Sitting sitting, Random random) {
    BufferedImage flat = sitting.picture(view(300, 380, 1, random), 300, 380);
    double period = 2.6 + 1.6 * random.nextDouble();
    double lean = Math.toRadians(15 + 60 * random.nextDouble());
    double depth = 0.06 + 0.1 * random.nextDouble();
    for (int y = 0; y < flat.getHeight(); y++) {
      for (int x = 0; x < flat.getWidth(); x++) {
        double u = x * Math.cos(lean) + y * Math.sin(lean);
        double v = y * Math.cos(lean) - x * Math.sin(lean);
        double dot = Math.cos(2 * Math.PI * u / period) * Math.cos(2 * Math.PI * v / period);
        flat.setRGB(x, y, ink(flat.getRGB(x, y), 1 + depth * dot));
      }
    }
    return flat;
  }

  private static int ink(int rgb, double light) {
    double red = rgb >> 16 & 0xFF;
    double green = rgb >> 8 & 0xFF;
    double blue = rgb & 0xFF;
    double grey = (red + green + blue) / 3;
    return packed(
        (30 + 0.75 * (grey + 0.8 * (red - grey))) * light,
        (30 + 0.75 * (grey + 0.8 * (green - grey))) * light,
        (30 + 0.75 * (grey + 0.8 * (blue - grey))) * light);
  }

  /** Colder, and with the beat of the screen's grid against the camera's. */
  private static BufferedImage screen(Sitting sitting, Random random) {
    BufferedImage lit = sitting.picture(view(280, 400, 1, random), 280, 400);
    double across = 2.3 + 2.2 * random.nextDouble();
    double down = 2.3 + 2.2 * random.nextDouble();
    double depth = 0.03 + 0.07 * random.nextDouble();
    for (int y = 0; y < lit.getHeight(); y++) {
      for (int x = 0; x < lit.getWidth(); x++) {
        int rgb = lit.getRGB(x, y);
        double red = 1 + depth * Math.cos(2 * Math.PI * x / across);
        double blue = 1 + depth * Math.cos(2 * Math.PI * (x / across + 1 / 3.0));
        double row = 1 + depth * Math.cos(2 * Math.PI * y / down);
        lit.setRGB(
            x,
            y,
            packed(
                0.94 * (rgb >> 16 & 0xFF) * red * row,
                (rgb >> 8 & 0xFF) * row,
                1.06 * (rgb & 0xFF) * blue * row));
      }
    }
    return lit;
  }

  private static int packed(double red, double green, double blue) {
    return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /** The surface with its rim, in a hand before a hall. */
  private static BufferedImage held(
      BufferedImage surface, double rim, Color colour, double round, Random random) {
    BufferedImage seen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D draw = seen.createGraphics();
    draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    draw.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int wall = 90 + random.nextInt(100);
    draw.setColor(new Color(wall, wall, Math.min(255, wall + random.nextInt(12))));
    draw.fillRect(0, 0, WIDTH, HEIGHT);
    AffineTransform hand =
        AffineTransform.getTranslateInstance(
            WIDTH / 2.0 + 10 * random.nextGaussian(), HEIGHT / 2.0 + 6 * random.nextGaussian());
    hand.rotate(Math.toRadians(3 * random.nextGaussian()));
    hand.translate(-surface.getWidth() / 2.0, -surface.getHeight() / 2.0);
    draw.setTransform(hand);
    double edge = rim * surface.getWidth();
    draw.setColor(colour);
    draw.fill(
        new RoundRectangle2D.Double(
            -edge,
            -edge,
            surface.getWidth() + 2 * edge,
            surface.getHeight() + 2 * edge,
            round,
            round));
    draw.drawImage(surface, 0, 0, null);
    draw.dispose();
    return seen;
  }
}
