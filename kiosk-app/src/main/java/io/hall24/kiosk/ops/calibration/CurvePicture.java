package io.hall24.kiosk.ops.calibration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The curve of errors: false non-matches over false matches in the hardest group, one point a
 * threshold (ISO/IEC 19795-1, DET without its normal deviates).
 */
public final class CurvePicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 640;
  private static final int LEFT = 90;
  private static final int TOP = 50;
  private static final int PLOT_WIDTH = WIDTH - LEFT - 30;
  private static final int PLOT_HEIGHT = HEIGHT - TOP - 80;
  private static final int DECADES = 5;
  private static final int STEPS = 400;
  private static final Color GRID = new Color(0xD8, 0xDE, 0xE4);
  private static final Color INK = new Color(0x1F, 0x2D, 0x3A);
  private static final Color LINE = new Color(0x0B, 0x5C, 0xAD);
  private static final Color MARK = new Color(0xB4, 0x3A, 0x1E);

  private final FaceCalibration calibration;

  public CurvePicture(FaceCalibration calibration) {
    this.calibration = calibration;
  }

  /** Writes a PNG. */
  public void write(Path file) throws IOException {
    if (!ImageIO.write(drawn(), "png", file.toFile())) {
      throw new IOException(file + ": no writer of PNG");
    }
  }

  private BufferedImage drawn() {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    grid(pen);
    curve(pen);
    recommended(pen);
    pen.dispose();
    return picture;
  }

  private static void grid(Graphics2D pen) {
    for (int decade = 0; decade <= DECADES; decade++) {
      double rate = Math.pow(10, decade - DECADES);
      int x = x(rate);
      int y = y(rate);
      pen.setColor(GRID);
      pen.drawLine(x, TOP, x, TOP + PLOT_HEIGHT);
      pen.drawLine(LEFT, y, LEFT + PLOT_WIDTH, y);
      pen.setColor(INK);
      String label = decade == 0 ? "<=1e-5" : rate == 1 ? "1" : "1e" + (decade - DECADES);
      pen.drawString(label, x - 16, TOP + PLOT_HEIGHT + 22);
      pen.drawString(label, LEFT - 60, y + 5);
    }
    pen.drawString("FMR, hardest group", LEFT + PLOT_WIDTH / 2 - 60, HEIGHT - 20);
    pen.drawString("FNMR", LEFT - 60, TOP - 18);
  }

  private void curve(Graphics2D pen) {
    LabelledScores scores = calibration.scores();
    var path = new Path2D.Double();
    for (int step = 0; step <= STEPS; step++) {
      double threshold = -0.2 + 1.2 * step / STEPS;
      int x = x(scores.falseMatches(threshold).share());
      int y = y(scores.falseNonMatches(threshold).share());
      if (step == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    pen.setColor(LINE);
    pen.setStroke(new BasicStroke(2.5f));
    pen.draw(path);
  }

  private void recommended(Graphics2D pen) {
    FaceCalibration.Point point = calibration.recommended();
    int x = x(point.falseMatches().share());
    int y = y(point.falseNonMatches().share());
    pen.setColor(MARK);
    pen.fillOval(x - 6, y - 6, 12, 12);
    String text = String.format(java.util.Locale.ROOT, "threshold %.4f", point.threshold());
    pen.drawString(text, Math.min(x + 10, WIDTH - 160), Math.max(y - 10, TOP + 16));
  }

  private static int x(double rate) {
    return LEFT + (int) Math.round(place(rate) * PLOT_WIDTH);
  }

  private static int y(double rate) {
    return TOP + PLOT_HEIGHT - (int) Math.round(place(rate) * PLOT_HEIGHT);
  }

  /** From 1e-5 and less, 0, to 1, 1. */
  private static double place(double rate) {
    return Math.clamp(1 + Math.log10(Math.max(rate, 1e-12)) / DECADES, 0, 1);
  }
}
