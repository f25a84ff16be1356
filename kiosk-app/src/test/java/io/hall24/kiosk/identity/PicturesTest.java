package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.face.PictureFault;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as chips and operators bring them, all made from one portrait. */
class PicturesTest {
  private static final int DAMAGES = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-colorspace Gray grey.jpg",
        "-colorspace CMYK cmyk.jpg",
        "-depth 16 deep.png",
        "-alpha set transparent.png",
        "-interlace Plane progressive.jpg",
        "small.jp2",
        "-resize 102x126^ -gravity center -extent 102x126 -quality 60 chip.jpg"
      })
  void pictureOfAnyUsualKindShowsTheSamePerson(String conversion) throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      byte[] converted = convert("fezbot", "-crop 420x520+120+180 +repage " + conversion);
      var found = assertInstanceOf(Enrolment.Enrolled.class, OpenFaceDesk.enrol(converted, memory));
      double score =
          found.template().scoreAgainst(OpenFaceDesk.enrolled("fezbot", memory).template());
      assertTrue(score > 0.6, conversion + ": " + score);
    }
  }

  @Test
  void rotationThatExifDemandsIsCarriedOut() throws Exception {
    byte[] lying = convert("fezbot", "-rotate 270 -strip lying.jpg");
    byte[] exif =
        HexFormat.of()
            .parseHex(
                "ffe1002245786966"
                    + "00004d4d002a0000000800010112000300000001000600000000"
                    + "0000");
    ByteArrayOutputStream upright = new ByteArrayOutputStream();
    upright.write(lying, 0, 2);
    upright.write(exif);
    upright.write(lying, 2, lying.length - 2);
    try (ErasableMemory memory = new ErasableMemory()) {
      var found =
          assertInstanceOf(
              Enrolment.Enrolled.class, OpenFaceDesk.enrol(upright.toByteArray(), memory));
      var straight = OpenFaceDesk.enrolled("fezbot", memory).template();
      assertTrue(found.template().scoreAgainst(straight) > 0.9);
    }
  }

  @Test
  void cutOffPictureIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(OpenFaceDesk.portrait("fezbot"));
    for (double share : new double[] {0.3, 0.9, 0.999}) {
      assertRefused(PictureFault.TRUNCATED, Arrays.copyOf(whole, (int) (whole.length * share)));
    }
  }

  @Test
  void pictureOfManyPixelsIsRefusedBeforeItIsDecoded() throws Exception {
    byte[] png = encode(new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertRefused(PictureFault.TOO_LARGE, png);
  }

  @Test
  void largePhotographIsScaledDownWhileItIsDecoded() throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      byte[] large = convert("fezbot", "-resize 500% large.jpg");
      var found = assertInstanceOf(Enrolment.Enrolled.class, OpenFaceDesk.enrol(large, memory));
      double score =
          found.template().scoreAgainst(OpenFaceDesk.enrolled("fezbot", memory).template());
      assertTrue(score > 0.9, "score " + score);
    }
  }

  /** Bytes flipped, cut out, doubled and zeroed at random: always an answer, never an exception. */
  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "jp2"})
  void damagedPictureGetsATypedAnswer(String format) throws Exception {
    byte[] whole = convert("fezbot", "-resize 120x120 whole." + format);
    Random random = new Random(31);
    int refused = 0;
    for (int i = 0; i < DAMAGES; i++) {
      try (ErasableMemory memory = new ErasableMemory()) {
        Enrolment answer = OpenFaceDesk.enrol(damaged(whole, random), memory);
        assertFalse(answer instanceof Enrolment.Unavailable, answer::toString);
        refused += answer instanceof Enrolment.Refused ? 1 : 0;
      }
    }
    assertTrue(refused > 0, "some damage is not survived");
  }

  private static byte[] damaged(byte[] whole, Random random) {
    int at = random.nextInt(whole.length);
    int length = Math.min(1 + random.nextInt(40), whole.length - at);
    byte[] copy = whole.clone();
    return switch (random.nextInt(4)) {
      case 0 -> {
        copy[at] ^= (byte) (1 << random.nextInt(8));
        yield copy;
      }
      case 1 -> {
        Arrays.fill(copy, at, at + length, (byte) 0);
        yield copy;
      }
      case 2 -> Arrays.copyOf(copy, Math.max(1, at));
      default -> {
        byte[] longer = new byte[whole.length + length];
        System.arraycopy(whole, 0, longer, 0, at);
        System.arraycopy(whole, at, longer, at + length, whole.length - at);
        yield longer;
      }
    };
  }

  @Test
  void tinyPictureIsRefused() throws Exception {
    assertRefused(
        PictureFault.TOO_SMALL,
        encode(new BufferedImage(31, 200, BufferedImage.TYPE_INT_RGB), "jpg"));
  }

  @Test
  void faceOfFewPixelsIsRefused() throws Exception {
    assertRefused(PictureFault.FACE_TOO_SMALL, convert("fezbot", "-resize 60x60 tiny.png"));
  }

  @Test
  void pictureWithoutAFaceIsRefused() throws Exception {
    for (BufferedImage empty :
        List.of(
            new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB),
            new BufferedImage(102, 126, BufferedImage.TYPE_BYTE_GRAY))) {
      assertRefused(PictureFault.NO_FACE, encode(empty, "jpg"));
    }
  }

  @Test
  void whatIsNoPictureIsRefused() throws Exception {
    assertRefused(PictureFault.UNKNOWN_FORMAT, new byte[0]);
    assertRefused(PictureFault.UNKNOWN_FORMAT, "not a picture".getBytes(StandardCharsets.US_ASCII));
    assertRefused(PictureFault.UNKNOWN_FORMAT, convert("fezbot", "-resize 100x100 picture.gif"));
  }

  @Test
  void damagedPngIsRefused() throws Exception {
    byte[] png = encode(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png");
    Arrays.fill(png, 60, png.length - 20, (byte) 0x55);
    assertRefused(PictureFault.DAMAGED, png);
  }

  @Test
  void twoFacesInAStillMeanTheLargerCentralOne() throws Exception {
    BufferedImage both = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = both.createGraphics();
    pen.drawImage(ImageIO.read(OpenFaceDesk.portrait("christian").toFile()), 0, 0, 600, 600, null);
    pen.drawImage(ImageIO.read(OpenFaceDesk.portrait("fezbot").toFile()), 680, 0, 200, 285, null);
    pen.dispose();
    try (ErasableMemory memory = new ErasableMemory()) {
      var found =
          assertInstanceOf(
              Enrolment.Enrolled.class, OpenFaceDesk.enrol(encode(both, "png"), memory));
      var large = OpenFaceDesk.enrolled("christian", memory).template();
      assertTrue(found.template().scoreAgainst(large) > 0.9);
    }
  }

  private static void assertRefused(PictureFault fault, byte[] picture) throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      assertEquals(new Enrolment.Refused(fault), OpenFaceDesk.enrol(picture, memory));
    }
  }

  private byte[] convert(String portrait, String conversion) throws Exception {
    String name = conversion.substring(conversion.lastIndexOf(' ') + 1);
    var command = new java.util.ArrayList<String>();
    command.add("convert");
    command.add(OpenFaceDesk.portrait(portrait).toString());
    command.addAll(Arrays.asList(conversion.split(" ", -1)));
    Path file = folder.resolve(name);
    command.set(command.size() - 1, file.toString());
    Process convert = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(convert.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, convert.waitFor(), said);
    return Files.readAllBytes(file);
  }

  private static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
