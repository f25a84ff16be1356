package io.hall24.kiosk.identity.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureHeaderTest {
  @Test
  void readsTheSizeOfJpegAndPng() throws IOException {
    assertSize(PictureHeader.Format.JPEG, noise("jpg"));
    assertSize(PictureHeader.Format.PNG, noise("png"));
  }

  private static void assertSize(PictureHeader.Format format, byte[] picture) {
    var expected = Optional.of(new PictureHeader(format, 70, 50, true));
    assertEquals(expected, header(picture));
    assertEquals(expected, header(Arrays.copyOf(picture, picture.length + 40)), "padded");
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    for (String format : new String[] {"jpg", "png"}) {
      byte[] picture = noise(format);
      for (int length = 0; length < picture.length; length++) {
        Optional<PictureHeader> cut = header(Arrays.copyOf(picture, length));
        assertEquals(false, cut.map(PictureHeader::complete).orElse(false), format + " " + length);
      }
    }
  }

  @Test
  void anyBytesAreReadWithoutHarm() throws IOException {
    Random random = new Random(81);
    byte[] jpeg = noise("jpg");
    byte[] png = noise("png");
    for (int i = 0; i < 3000; i++) {
      byte[] picture = (i % 2 == 0 ? jpeg : png).clone();
      for (int changes = 0; changes < 8; changes++) {
        picture[random.nextInt(Math.min(picture.length, 200))] = (byte) random.nextInt();
      }
      header(picture)
          .ifPresent(found -> assertEquals(true, found.width() >= 0 && found.height() >= 0));
    }
  }

  private static Optional<PictureHeader> header(byte[] picture) {
    return PictureHeader.of(MemorySegment.ofArray(picture));
  }

  private static byte[] noise(String format) throws IOException {
    BufferedImage image = new BufferedImage(70, 50, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < 70 * 50; i++) {
      image.setRGB(i % 70, i / 70, random.nextInt());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
