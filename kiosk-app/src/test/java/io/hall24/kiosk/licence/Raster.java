package io.hall24.kiosk.licence;

import io.hall24.device.SheetPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Sheets as a camera sees them. */
final class Raster {
  static final int DPI = 200;

  private Raster() {}

  /** Ink on ink: what several documents look like on one sheet. */
  static SheetPicture of(Pdf... layers) {
    return of(DPI, layers);
  }

  static SheetPicture of(int dpi, Pdf... layers) {
    BufferedImage sheet = image(layers[0], dpi);
    byte[] grey = bytes(sheet);
    for (int i = 1; i < layers.length; i++) {
      byte[] more = bytes(image(layers[i], dpi));
      for (int at = 0; at < grey.length; at++) {
        grey[at] = (byte) Math.min(grey[at] & 0xFF, more[at] & 0xFF);
      }
    }
    return new SheetPicture(sheet.getWidth(), sheet.getHeight(), dpi, grey);
  }

  private static BufferedImage image(Pdf pdf, int dpi) {
    try (var document = Loader.loadPDF(pdf.bytes())) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Turned around the middle, blurred, darker and noisy, from a seed. */
  static SheetPicture disturbed(SheetPicture picture, double degrees, long seed) {
    var from = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    System.arraycopy(picture.grey(), 0, bytes(from), 0, picture.grey().length);
    var turned = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.width(), picture.height());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        from,
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), picture.width() / 2.0, picture.height() / 2.0),
        null);
    graphics.dispose();
    float[] weights = new float[9];
    Arrays.fill(weights, 1 / 9f);
    var blurred = new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null);
    byte[] grey = bytes(blurred.filter(turned, null)).clone();
    var random = new Random(seed);
    for (int at = 0; at < grey.length; at++) {
      double value = (grey[at] & 0xFF) * 0.75 + random.nextGaussian() * 14;
      grey[at] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new SheetPicture(picture.width(), picture.height(), picture.dpi(), grey);
  }
}
