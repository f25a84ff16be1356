package io.hall24.kiosk.demo.face;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.demo.face.Sitting.View;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceDesk;
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

  /** Of the live pictures, in pixels. */
  public static final int LIVE_WIDTH = 640;

  /** Of the live pictures, in pixels. */
  public static final int LIVE_HEIGHT = 480;

  private static final double LIVE_Y = LIVE_HEIGHT * 0.42;
  private static final double LIVE_EYE_DISTANCE = 78;

  /** Pictures of a staged face at rest; a second of them. */
  static final int FRAMES = 30;

  private static final float LIVE_QUALITY = 0.85f;

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
    Files.createDirectories(folder);
    rest(sit(portrait), folder, frames, new Random(seed));
    return folder.resolve(SEQUENCE_PATTERN);
  }

  /**
   * The same, and the movements that a terminal may ask for: the pictures of a {@link StagedFace}.
   */
  public void stage(Path portrait, Path folder, long seed)
      throws IOException, InterruptedException {
    Sitting sitting = sit(portrait);
    Random random = new Random(seed);
    StagedFace.erect(
        folder,
        poses -> {
          rest(sitting, Files.createDirectories(poses.resolve(StagedFace.REST)), FRAMES, random);
          for (Challenge movement : Challenge.values()) {
            int number = 1;
            for (Grimace grimace : StagedFace.movement(movement)) {
              View view = new View(LIVE_WIDTH / 2.0, LIVE_Y, LIVE_EYE_DISTANCE, 0);
              BufferedImage frame = sitting.picture(view, grimace, LIVE_WIDTH, LIVE_HEIGHT);
              Sitting.relight(frame, 0.95, random);
              Path pose =
                  Files.createDirectories(poses.resolve(StagedFace.pose(movement, number++)));
              Files.write(pose.resolve(file(1)), jpeg(frame, LIVE_QUALITY));
            }
          }
        });
  }

  private static void rest(Sitting sitting, Path folder, int frames, Random random)
      throws IOException {
    for (int i = 0; i < frames; i++) {
      // Whole periods, so that the sequence can be looped without a jump.
      double phase = 2 * Math.PI * i / frames;
      View view =
          new View(
              LIVE_WIDTH / 2.0 + 14 * Math.sin(phase),
              LIVE_Y + 7 * Math.sin(2 * phase),
              LIVE_EYE_DISTANCE * (1 + 0.05 * Math.cos(phase)),
              Math.toRadians(2.5 * Math.sin(phase)));
      BufferedImage frame = sitting.picture(view, LIVE_WIDTH, LIVE_HEIGHT);
      Sitting.relight(frame, 0.92 + 0.08 * Math.sin(phase), random);
      Files.write(folder.resolve(file(i + 1)), jpeg(frame, LIVE_QUALITY));
    }
  }

  static String file(int number) {
    return SEQUENCE_PATTERN.formatted(number);
  }

  Sitting sit(Path portrait) throws IOException, InterruptedException {
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

  /** What a camera sees through a hand. */
  static byte[] black() throws IOException {
    return jpeg(
        new BufferedImage(LIVE_WIDTH, LIVE_HEIGHT, BufferedImage.TYPE_3BYTE_BGR), LIVE_QUALITY);
  }

  static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
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
