package io.hall24.kiosk.demo.document;

import io.hall24.kiosk.demo.InventedPerson;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import net.sf.scuba.data.Gender;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceInfo;

/** A portrait of 35 x 45 mm at 300 dpi, cut from a photograph and compressed as passports do. */
final class PassportPortrait {
  static final int WIDTH = 413;
  static final int HEIGHT = 531;
  private static final float BEST_QUALITY = 0.85f;

  private final byte[] jpeg;

  private PassportPortrait(byte[] jpeg) {
    this.jpeg = jpeg;
  }

  /**
   * Cuts a portrait out of a photograph.
   *
   * @param largest how many bytes the compressed picture may have
   * @throws IOException when the file is not a picture or smaller than the cut
   */
  static PassportPortrait cutFrom(Path photograph, InventedPerson.Cut cut, int largest)
      throws IOException {
    BufferedImage whole = ImageIO.read(photograph.toFile());
    int height = cut.width() * HEIGHT / WIDTH;
    if (whole == null
        || whole.getWidth() < cut.left() + cut.width()
        || whole.getHeight() < cut.top() + height) {
      throw new IOException(photograph.getFileName() + " is not a picture that holds " + cut);
    }
    var portrait = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var canvas = portrait.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(
        whole.getSubimage(cut.left(), cut.top(), cut.width(), height), 0, 0, WIDTH, HEIGHT, null);
    canvas.dispose();
    return new PassportPortrait(compressed(portrait, largest));
  }

  private static byte[] compressed(BufferedImage picture, int largest) throws IOException {
    byte[] jpeg = compressed(picture, BEST_QUALITY);
    for (float quality = BEST_QUALITY; jpeg.length > largest && quality > 0.3f; quality -= 0.1f) {
      jpeg = compressed(picture, quality);
    }
    return jpeg;
  }

  private static byte[] compressed(BufferedImage picture, float wanted) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(wanted);
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Data group 2 (ICAO Doc 9303 part 10, 4.7.2; ISO/IEC 19794-5). */
  byte[] encoded(Gender gender) throws IOException {
    var picture =
        new FaceImageInfo(
            gender,
            FaceImageInfo.EyeColor.UNSPECIFIED,
            0,
            FaceImageInfo.HAIR_COLOR_UNSPECIFIED,
            0,
            new int[3],
            new int[3],
            FaceImageInfo.FACE_IMAGE_TYPE_FULL_FRONTAL,
            FaceImageInfo.IMAGE_COLOR_SPACE_RGB24,
            FaceImageInfo.SOURCE_TYPE_STATIC_PHOTO_DIGITAL_CAM,
            0,
            0,
            new FaceImageInfo.FeaturePoint[0],
            WIDTH,
            HEIGHT,
            new ByteArrayInputStream(jpeg),
            jpeg.length,
            FaceImageInfo.IMAGE_DATA_TYPE_JPEG);
    return DG2File.createISO19794DG2File(List.of(new FaceInfo(List.of(picture)))).getEncoded();
  }
}
