package io.hall24.kiosk.identity.face;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import io.hall24.kiosk.identity.face.PictureDecoder.Decoding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jj2000.j2k.NotImplementedError;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes JPEG 2000, the usual format of a passport's chip photo, in Java: OpenCV's own decoder for
 * it is switched off for its security record. What the decoder leaves on the heap is beyond reach;
 * file and decoded picture are zeroed.
 */
final class Jpeg2000Decoder {
  private final J2KImageReaderSpi reader = new J2KImageReaderSpi();

  Decoding decode(MemorySegment encoded, Scratch scratch) {
    byte[] file = encoded.toArray(ValueLayout.JAVA_BYTE);
    try {
      BufferedImage image = read(file);
      Mat bgr = scratch.face(new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC3));
      move(image, PictureDecoder.pixels(bgr));
      return new Decoding.Decoded(bgr);
    } catch (IOException | RuntimeException | NotImplementedError damaged) {
      return new Decoding.Failed(PictureFault.DAMAGED);
    } finally {
      Arrays.fill(file, (byte) 0);
    }
  }

  private BufferedImage read(byte[] file) throws IOException {
    ImageReader decoding = reader.createReaderInstance(null);
    // In memory: the default would cache the picture in a file.
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      decoding.setInput(in, true, true);
      return decoding.read(0);
    } finally {
      decoding.dispose();
    }
  }

  private static void move(BufferedImage image, MemorySegment bgr) {
    long at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        bgr.set(ValueLayout.JAVA_BYTE, at, (byte) rgb);
        bgr.set(ValueLayout.JAVA_BYTE, at + 1, (byte) (rgb >> 8));
        bgr.set(ValueLayout.JAVA_BYTE, at + 2, (byte) (rgb >> 16));
        at += 3;
      }
    }
    int bands = image.getRaster().getNumBands();
    for (int band = 0; band < bands; band++) {
      image
          .getRaster()
          .setSamples(
              0,
              0,
              image.getWidth(),
              image.getHeight(),
              band,
              new int[image.getWidth() * image.getHeight()]);
    }
  }
}
