package io.hall24.kiosk.demo.face;

import io.hall24.kiosk.identity.face.FaceMeasures;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * Somebody who sits for pictures: a portrait and where the face is in it.
 *
 * @param portrait the photograph
 * @param face measured in it
 */
record Sitting(BufferedImage portrait, FaceMeasures face) {
  private static final double NOISE = 4;
  private static final Color BACKDROP = new Color(226, 229, 233);

  /**
   * Where the middle between the eyes lies, how far they are apart, how the head leans.
   *
   * @param x pixels
   * @param y pixels
   * @param eyeDistance pixels
   * @param lean radians
   */
  record View(double x, double y, double eyeDistance, double lean) {}

  BufferedImage picture(View view, int width, int height) {
    BufferedImage source = portrait;
    double x = (face.leftEye().x() + face.rightEye().x()) / 2;
    double y = (face.leftEye().y() + face.rightEye().y()) / 2;
    double scale = view.eyeDistance / face.eyeDistance();
    // Halved step by step, because interpolation alone would skip pixels.
    while (scale < 0.5) {
      source = halved(source);
      x /= 2;
      y /= 2;
      scale *= 2;
    }
    AffineTransform placed = AffineTransform.getTranslateInstance(view.x, view.y);
    placed.rotate(view.lean - Math.toRadians(face.rollDegrees()));
    placed.scale(scale, scale);
    placed.translate(-x, -y);
    return drawn(source, placed, width, height);
  }

  /** The same, with the face bent. */
  BufferedImage picture(View view, Grimace grimace, int width, int height) {
    BufferedImage still = picture(view, width, height);
    return grimace.equals(Grimace.NONE) ? still : bent(still, view, grimace);
  }

  private static BufferedImage bent(BufferedImage still, View view, Grimace grimace) {
    int width = still.getWidth();
    int height = still.getHeight();
    int[] from = pixels(still);
    BufferedImage bent = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] to = pixels(bent);
    double cos = Math.cos(view.lean) / view.eyeDistance;
    double sin = Math.sin(view.lean) / view.eyeDistance;
    double scale = view.eyeDistance * view.eyeDistance;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - view.x;
        double dy = y - view.y;
        var origin = grimace.origin(dx * cos + dy * sin, dy * cos - dx * sin);
        to[y * width + x] =
            colour(
                from,
                width,
                height,
                view.x + (origin.u() * cos - origin.v() * sin) * scale,
                view.y + (origin.u() * sin + origin.v() * cos) * scale,
                origin.light());
      }
    }
    return bent;
  }

  /** Between the four pixels around a place. */
  private static int colour(int[] from, int width, int height, double x, double y, double light) {
    int left = Math.clamp((int) Math.floor(x), 0, width - 2);
    int top = Math.clamp((int) Math.floor(y), 0, height - 2);
    double right = Math.clamp(x - left, 0, 1);
    double low = Math.clamp(y - top, 0, 1);
    int at = top * width + left;
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double upper =
          (from[at] >> shift & 0xFF) * (1 - right) + (from[at + 1] >> shift & 0xFF) * right;
      double lower =
          (from[at + width] >> shift & 0xFF) * (1 - right)
              + (from[at + width + 1] >> shift & 0xFF) * right;
      mixed |= (int) Math.round(light * (upper * (1 - low) + lower * low)) << shift;
    }
    return mixed;
  }

  private static BufferedImage halved(BufferedImage source) {
    return drawn(
        source,
        AffineTransform.getScaleInstance(0.5, 0.5),
        Math.max(1, source.getWidth() / 2),
        Math.max(1, source.getHeight() / 2));
  }

  private static BufferedImage drawn(
      BufferedImage source, AffineTransform placed, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, BACKDROP, 0, height, BACKDROP.darker()));
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(source, placed, null);
    pen.dispose();
    return picture;
  }

  /** Light that falls from the right, and a sensor's noise. */
  static void relight(BufferedImage frame, double gain, Random random) {
    int[] pixels = pixels(frame);
    for (int i = 0; i < pixels.length; i++) {
      double light = gain * (0.93 + 0.14 * (i % frame.getWidth()) / frame.getWidth());
      double noise = NOISE * random.nextGaussian();
      int rgb = pixels[i];
      pixels[i] =
          exposed(rgb >> 16 & 0xFF, light, noise) << 16
              | exposed(rgb >> 8 & 0xFF, light, noise) << 8
              | exposed(rgb & 0xFF, light, noise);
    }
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  private static int exposed(int value, double light, double noise) {
    return Math.clamp(Math.round(value * light + noise), 0, 255);
  }
}
