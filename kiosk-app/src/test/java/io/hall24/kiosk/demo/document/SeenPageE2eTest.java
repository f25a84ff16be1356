package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A chip behind Debian's pcscd that opens by what FFmpeg's camera sees on the page. */
@Tag("e2e")
@Timeout(60)
class SeenPageE2eTest {
  private static final File FONT = new File("/usr/share/fonts/opentype/ocr-b/OCRBS.otf");

  @TempDir Path world;

  @Test
  void nobodyTypesAKeyThatThePageShows() throws Exception {
    try (var stage = ReaderStage.set(world, Map.of("page-camera", world + "/page%d.png"))) {
      Path document = stage.press(stage.press());
      photograph(Files.readAllBytes(document.resolve("DG1.bin")));
      stage.reader().close();
      assertInstanceOf(Attempt.Done.class, stage.reader().open(ReaderStage.seconds(20)));
      try (var passport = stage.lay(document)) {
        assertTrue(passport.isThere());
        assertEquals(Set.of(), stage.await().opens());
        assertEquals("PACE-MRZ", stage.read(new AccessKey.None()).protocol());
      }
    }
  }

  @Test
  void aPageThatShowsNothingLeavesItToThePerson() throws Exception {
    try (var stage = ReaderStage.set(world, Map.of("page-camera", world + "/page%d.png"));
        var memory = new ErasableMemory()) {
      ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", picture());
      stage.reader().close();
      assertInstanceOf(Attempt.Done.class, stage.reader().open(ReaderStage.seconds(20)));
      try (var passport = stage.lay(stage.press(stage.press()))) {
        assertTrue(passport.isThere());
        stage.await();
        assertInstanceOf(
            DocumentReading.WrongKey.class,
            stage.reader().read(new AccessKey.None(), memory, ReaderStage.seconds(10)));
        assertEquals("PACE-CAN", stage.read(ReaderStage.CAN).protocol());
      }
    }
  }

  private File picture() {
    return world.resolve("page1.png").toFile();
  }

  private void photograph(byte[] dataGroup1) throws Exception {
    String text = new String(dataGroup1, StandardCharsets.US_ASCII);
    String zone = text.substring(text.length() - 88);
    var image = new BufferedImage(1300, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(new Color(225, 225, 230));
    pen.fillRect(0, 0, 1300, 900);
    pen.setColor(Color.BLACK);
    pen.setFont(font());
    pen.rotate(0.03, 650, 450);
    pen.drawString(zone.substring(0, 44), 70, 700);
    pen.drawString(zone.substring(44), 70, 765);
    pen.dispose();
    ImageIO.write(image, "png", picture());
  }

  private static Font font() throws IOException, FontFormatException {
    return Font.createFont(Font.TRUETYPE_FONT, FONT).deriveFont(36f);
  }
}
