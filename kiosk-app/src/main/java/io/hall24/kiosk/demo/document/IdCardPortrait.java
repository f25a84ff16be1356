package io.hall24.kiosk.demo.document;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import io.hall24.kiosk.demo.InventedPerson;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A portrait of 102 x 126 pixels in the thousand bytes that a card has for it. Real cards use a
 * codec that was never published; this one is JPEG 2000 (ITU-T T.800), grey.
 */
final class IdCardPortrait {
  static final int WIDTH = 102;
  static final int HEIGHT = 126;

  private static final double MOST_BITS_PER_PIXEL = 2;
  private static final int SEARCH_STEPS = 12;

  private IdCardPortrait() {}

  /**
   * Cuts a portrait out of a photograph.
   *
   * @param largest how many bytes the compressed picture may have
   * @throws IOException when the file is not a picture or smaller than the cut
   */
  static byte[] cutFrom(Path photograph, InventedPerson.Cut cut, int largest) throws IOException {
    BufferedImage whole = ImageIO.read(photograph.toFile());
    int height = cut.width() * HEIGHT / WIDTH;
    if (whole == null
        || whole.getWidth() < cut.left() + cut.width()
        || whole.getHeight() < cut.top() + height) {
      throw new IOException(photograph.getFileName() + " is not a picture that holds " + cut);
    }
    return compressed(grey(whole.getSubimage(cut.left(), cut.top(), cut.width(), height)), largest);
  }

  private static BufferedImage grey(BufferedImage cut) {
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = small.createGraphics();
    pen.drawImage(cut.getScaledInstance(WIDTH, HEIGHT, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = small.getRGB(x, y);
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        // Luma (ITU-R BT.601). Drawing into a grey picture would convert light, not luma.
        grey.getRaster().setSample(x, y, 0, (299 * red + 587 * green + 114 * blue) / 1000);
      }
    }
    return grey;
  }

  /** The finest that fits, found by halving the interval of rates. */
  private static byte[] compressed(BufferedImage picture, int largest) throws IOException {
    double fits = 0;
    double tooMuch = MOST_BITS_PER_PIXEL;
    byte[] best = new byte[0];
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double rate = (fits + tooMuch) / 2;
      byte[] candidate = compressed(picture, rate);
      if (candidate.length <= largest) {
        best = candidate;
        fits = rate;
      } else {
        tooMuch = rate;
      }
    }
    if (best.length == 0) {
      throw new IOException("a portrait does not fit into " + largest + " bytes");
    }
    return best;
  }

  private static byte[] compressed(BufferedImage picture, double bitsPerPixel) throws IOException {
    var writer = new J2KImageWriter(new J2KImageWriterSpi());
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      J2KImageWriteParam how = (J2KImageWriteParam) writer.getDefaultWriteParam();
      how.setLossless(false);
      how.setFilter(J2KImageWriteParam.FILTER_97);
      how.setEncodingRate(bitsPerPixel);
      how.setNumDecompositionLevels(4);
      how.setComponentTransformation(false);
      how.setWriteCodeStreamOnly(true);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
