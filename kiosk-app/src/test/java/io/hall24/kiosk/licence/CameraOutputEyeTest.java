package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.OutputEye;
import io.hall24.device.SheetPicture;
import io.hall24.device.outputeye.CameraOutputEyeDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the camera over the output hands to the reader, with FFmpeg between them. */
class CameraOutputEyeTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final LicenceForms FORMS = LicenceForms.shipped();
  private static final CameraOutputEyeDriver DRIVER = new CameraOutputEyeDriver();

  @TempDir private Path folder;
  private int pictures;

  private void film(SheetPicture picture) throws IOException {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(picture.grey(), 0, pixels, 0, pixels.length);
    ImageIO.write(image, "jpg", folder.resolve("f%03d.jpg".formatted(++pictures)).toFile());
  }

  private Map<String, String> settings(int dpi) {
    Map<String, String> settings = new HashMap<>();
    settings.put("source", folder.resolve("f%03d.jpg").toString());
    settings.put("format", "image2");
    settings.put("dpi", Integer.toString(dpi));
    return settings;
  }

  private OutputEye eye(int dpi) {
    return (OutputEye)
        DRIVER.create(new DeviceId("output-eye"), DRIVER.settings().resolve(settings(dpi)), CLOCK);
  }

  private static SheetPicture empty(SheetPicture like) {
    byte[] grey = new byte[like.width() * like.height()];
    Arrays.fill(grey, (byte) 60);
    return new SheetPicture(like.width(), like.height(), like.dpi(), grey);
  }

  @Test
  void sheetIsSeenOnceItLiesStillAndReadBack() throws IOException {
    LicenceFace face = PrintRoom.order("cha").face();
    SheetPicture sheet =
        Raster.of(
            new BlankSheet(PrintRoom.fonts()).print(FORMS.duplicate(), 77),
            PrintRoom.pdf(PrintRoom.renderer().overprint(face, new Copy.Duplicate("1-1"))));
    SheetPicture lying = new Photograph(3, 0.02, 0.2, 1, 4, 1).of(sheet, 5);
    for (int i = 0; i < 4; i++) {
      film(empty(lying));
    }
    byte[] halfOut = empty(lying).grey();
    System.arraycopy(
        lying.grey(), halfOut.length / 2, halfOut, 0, halfOut.length - halfOut.length / 2);
    film(new SheetPicture(lying.width(), lying.height(), lying.dpi(), halfOut));
    for (int i = 0; i < 8; i++) {
      film(lying);
    }
    try (OutputEye eye = eye(sheet.dpi())) {
      Patience patience = Patience.of(Duration.ofSeconds(30), CLOCK);
      assertInstanceOf(Attempt.Done.class, eye.open(patience));
      if (!(eye.look(patience) instanceof Attempt.Done<SheetPicture>(var seen))) {
        throw new AssertionError("no sheet seen");
      }
      SheetReading reading = new SheetReader(FORMS, Optional.of(PrintRoom.fonts())).read(seen);
      assertEquals(Optional.of(face.qr()), reading.qr());
      assertEquals(Optional.of("FB000077"), reading.sheetNumber());
      assertEquals(Optional.of(face.uscc()), reading.code());
    }
  }

  @Test
  void emptyOutputIsNoSheetHoweverBrightTheCameraMakesIt() throws IOException {
    SheetPicture size = new SheetPicture(640, 480, 40, new byte[640 * 480]);
    for (int i = 0; i < 200; i++) {
      film(empty(size));
    }
    try (OutputEye eye = eye(40)) {
      Patience patience = Patience.of(Duration.ofSeconds(2), CLOCK);
      assertInstanceOf(Attempt.Done.class, eye.open(patience));
      var failed = assertInstanceOf(Attempt.Failed.class, eye.look(patience));
      assertInstanceOf(DeviceFailure.TimedOut.class, failed.failure());
    }
  }

  @Test
  void recordingIsNoEyeAndACameraIs() {
    assertTrue(DRIVER.simulated(settings(110)));
    Map<String, String> camera = settings(110);
    camera.put("source", "/dev/v4l/by-id/usb-camera");
    camera.put("format", "v4l2");
    assertFalse(DRIVER.simulated(camera));
  }
}
