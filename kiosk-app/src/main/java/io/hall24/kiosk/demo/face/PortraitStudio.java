package io.hall24.kiosk.demo.face;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceMeasures;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes the material of an invented person from one portrait. */
public final class PortraitStudio {
  /** The file names of a live sequence, as FFmpeg's {@code image2} reads them. */
  public static final String SEQUENCE_PATTERN = "face%03d.jpg";

  private static final int LIVE_WIDTH = 640;
  private static final int LIVE_HEIGHT = 480;
  private static final double LIVE_EYE_DISTANCE = 78;
  private static final float LIVE_QUALITY = 0.85f;
  private static final double NOISE = 4;
  private static final Color BACKDROP = new Color(226, 229, 233);

  private final FaceDesk desk;

  public PortraitStudio(FaceDesk desk) {
    this.desk = desk;
  }

  /**
   * A portrait as on a document: upright, the eyes a quarter of the width apart (26 of 102 pixels)
   * on a line a little above the middle (60 of 126).
   *
   * @param quality of the JPEG, 0 to 1; 0.6 for a chip's small photo
   * @throws IOException when the portrait cannot be read or shows no face
   */
  public byte[] chipPhoto(Path portrait, int width, int height, float quality)
      throws IOException, InterruptedException {
    Sitting sitting = sit(portrait);
    View view = new View(width / 2.0, height * 60 / 126.0, width * 26 / 102.0, 0);
    return jpeg(sitting.picture(view, width, height), quality);
  }

  /**
   * Pictures of 640x480 as a camera would take them: the head moves and leans a little, the light
   * changes, and there is noise. The same seed makes the same files.
   *
   * @param folder is made if need be
   * @param frames how many; 30 are one second
   * @return the pattern of the files, for the setting {@code source} of {@code javacv-camera}
   */
  public Path liveSequence(Path portrait, Path folder, int frames, long seed)
      throws IOException, InterruptedException {
    Sitting sitting = sit(portrait);
    Random random = new Random(seed);
    Files.createDirectories(folder);
    for (int i = 0; i < frames; i++) {
      // Whole periods, so that the sequence can be looped without a jump.
      double phase = 2 * Math.PI * i / frames;
      View view =
          new View(
              LIVE_WIDTH / 2.0 + 14 * Math.sin(phase),
              LIVE_HEIGHT * 0.42 + 7 * Math.sin(2 * phase),
              LIVE_EYE_DISTANCE * (1 + 0.05 * Math.cos(phase)),
              Math.toRadians(2.5 * Math.sin(phase)));
      BufferedImage frame = sitting.picture(view, LIVE_WIDTH, LIVE_HEIGHT);
      relight(frame, 0.92 + 0.08 * Math.sin(phase), random);
      Files.write(folder.resolve(SEQUENCE_PATTERN.formatted(i + 1)), jpeg(frame, LIVE_QUALITY));
    }
    return folder.resolve(SEQUENCE_PATTERN);
  }

  /** Where the middle between the eyes lies, how far they are apart, how the head leans. */
  private record View(double x, double y, double eyeDistance, double lean) {}

  private Sitting sit(Path portrait) throws IOException, InterruptedException {
    byte[] file = Files.readAllBytes(portrait);
    BufferedImage picture = ImageIO.read(portrait.toFile());
    try (ErasableMemory memory = new ErasableMemory()) {
      var photo = new ChipPhoto("image/jpeg", memory.absorb(file));
      return switch (desk.enrol(photo, memory)) {
        case Enrolment.Enrolled(var template, var measures) -> new Sitting(picture, measures);
        case Enrolment.Refused(var fault) -> throw new IOException(portrait + ": " + fault.code());
        case Enrolment.Unavailable(var detail) -> throw new IOException(detail);
      };
    }
  }

  private record Sitting(BufferedImage portrait, FaceMeasures face) {
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
  }

  private static void relight(BufferedImage frame, double gain, Random random) {
    for (int y = 0; y < frame.getHeight(); y++) {
      for (int x = 0; x < frame.getWidth(); x++) {
        double light = gain * (0.93 + 0.14 * x / frame.getWidth());
        int rgb = frame.getRGB(x, y);
        double noise = NOISE * random.nextGaussian();
        int red = exposed(rgb >> 16 & 0xFF, light, noise);
        int green = exposed(rgb >> 8 & 0xFF, light, noise);
        int blue = exposed(rgb & 0xFF, light, noise);
        frame.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }

  private static int exposed(int value, double light, double noise) {
    return Math.clamp(Math.round(value * light + noise), 0, 255);
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
