package io.hall24.kiosk.licence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A receipt as a thermal printer takes it: the dots that its head can reach, black or not. 80 mm
 * paper, 72 mm of which are printed at 8 dots a millimetre.
 */
public final class ReceiptRaster {
  /** Dots of a line. */
  public static final int WIDTH = 576;

  private static final float DPI = 203.2f;

  /** Between white and what is printed. */
  private static final int BLACK = 150;

  private final int height;
  private final byte[] dots;

  private ReceiptRaster(int height, byte[] dots) {
    this.height = height;
    this.dots = dots;
  }

  /**
   * The dots of a receipt.
   *
   * @param receipt printed for {@link Receipts.Medium#ROLL_80}
   */
  public static ReceiptRaster of(Pdf receipt) {
    try (var document = Loader.loadPDF(receipt.bytes())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
      int left = (page.getWidth() - WIDTH) / 2;
      byte[] dots = new byte[WIDTH / 8 * page.getHeight()];
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < WIDTH; x++) {
          if (page.getRaster().getSample(left + x, y, 0) < BLACK) {
            dots[y * WIDTH / 8 + x / 8] |= (byte) (0x80 >> x % 8);
          }
        }
      }
      return new ReceiptRaster(page.getHeight(), dots);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Lines. */
  public int height() {
    return height;
  }

  /** Whether a dot is printed. */
  public boolean black(int x, int y) {
    return (dots[y * WIDTH / 8 + x / 8] & 0x80 >> x % 8) != 0;
  }

  /** A copy of all lines, eight dots a byte, the leftmost in the highest bit. */
  public byte[] dots() {
    return dots.clone();
  }
}
