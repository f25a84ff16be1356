package io.hall24.kiosk.app;

import io.hall24.device.AccessKey;
import io.hall24.device.page.DataPage;
import io.hall24.device.page.GreyPicture;
import io.hall24.device.page.OcrB;
import io.hall24.device.time.HallClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.imageio.ImageIO;

/** A picture of a document's data page in a file. */
final class PagePicture {
  private static final Path OCR_B = Path.of("/usr/share/fonts/opentype/ocr-b/OCRB.otf");

  private PagePicture() {}

  /** The likeliest key that it shows. */
  static AccessKey key(Path file) throws WrongInput {
    try (GreyPicture picture = grey(file)) {
      LocalDate today = LocalDate.ofInstant(HallClock.system().wallTime(), ZoneOffset.UTC);
      return new DataPage(OcrB.load(OCR_B))
          .keys(picture, today).stream()
              .findFirst()
              .orElseThrow(() ->
                  new WrongInput(
                      file + " shows no zone whose check digits agree, and no access number"));
    } catch (IOException noFont) {
      throw new WrongInput(noFont + "; the font is in the Debian package fonts-ocr-b");
    }
  }

  private static GreyPicture grey(Path file) throws WrongInput {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new WrongInput(file + " is not a picture");
      }
      byte[] grey = new byte[image.getWidth() * image.getHeight()];
      for (int i = 0; i < grey.length; i++) {
        int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
        grey[i] =
            (byte) ((29 * (rgb & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 77 * (rgb >> 16 & 0xFF)) >> 8);
      }
      return new GreyPicture(image.getWidth(), image.getHeight(), grey);
    } catch (IOException unreadable) {
      throw new WrongInput(file + " cannot be read: " + unreadable.getMessage());
    }
  }
}
