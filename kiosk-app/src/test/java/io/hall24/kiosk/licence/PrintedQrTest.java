package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.hall24.device.SheetPicture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The QR code as a printer of 600 dpi lays it on paper, good and bad, read by zbar and ZXing. */
class PrintedQrTest {
  private static final int DPI = 600;

  /** Edge of a speck without toner, pixels. */
  private static final int SPECK = 3;

  private static final LicenceForm FORM = LicenceForms.shipped().duplicate();

  @TempDir Path folder;

  /** Ink of the code, 1 bit a pixel, with some paper around. */
  private static SheetPicture code(String name) {
    Pdf pdf =
        PrintRoom.pdf(
            PrintRoom.renderer()
                .overprint(PrintRoom.order(name).face(), new Copy.Duplicate("1-1")));
    double scale = DPI / 25.4;
    LicenceForm.QrPlace place = FORM.qr();
    int edge = (int) ((place.size() + 6) * scale);
    try (var document = Loader.loadPDF(pdf.bytes())) {
      var page = document.getPage(0);
      var box = page.getMediaBox();
      float left = (float) ((place.left() - 3) * Paper.POINTS_PER_MM);
      float top = (float) (box.getHeight() - (place.top() - 3) * Paper.POINTS_PER_MM);
      float size = (float) ((place.size() + 6) * Paper.POINTS_PER_MM);
      page.setCropBox(new PDRectangle(left, top - size, size, size));
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.BINARY);
      byte[] grey = new byte[edge * edge];
      var bounds = new Rectangle(image.getWidth(), image.getHeight());
      for (int y = 0; y < edge; y++) {
        for (int x = 0; x < edge; x++) {
          boolean paper = !bounds.contains(x, y) || image.getRaster().getSample(x, y, 0) != 0;
          grey[y * edge + x] = (byte) (paper ? 255 : 0);
        }
      }
      return new SheetPicture(edge, edge, DPI, grey);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Toner that spreads or is missing in spots, then a camera that sees 300 dots an inch. */
  private static SheetPicture worn(
      SheetPicture print, int spread, double missing, Photograph camera, long seed) {
    var random = new Random(seed);
    int edge = print.width();
    byte[] paper = print.grey().clone();
    for (int pass = 0; pass < Math.abs(spread); pass++) {
      byte[] before = paper.clone();
      for (int at = edge + 1; at < paper.length - edge - 1; at++) {
        int ring =
            spread > 0
                ? Math.min(
                    Math.min(before[at - 1] & 0xFF, before[at + 1] & 0xFF),
                    Math.min(before[at - edge] & 0xFF, before[at + edge] & 0xFF))
                : Math.max(
                    Math.max(before[at - 1] & 0xFF, before[at + 1] & 0xFF),
                    Math.max(before[at - edge] & 0xFF, before[at + edge] & 0xFF));
        paper[at] =
            (byte)
                (spread > 0
                    ? Math.min(before[at] & 0xFF, ring)
                    : Math.max(before[at] & 0xFF, ring));
      }
    }
    for (int spot = 0; spot < missing * paper.length / (SPECK * SPECK); spot++) {
      int x = random.nextInt(edge - SPECK);
      int y = random.nextInt(edge - SPECK);
      for (int i = 0; i < SPECK * SPECK; i++) {
        paper[(y + i / SPECK) * edge + x + i % SPECK] = (byte) 255;
      }
    }
    return GreyRegion.halved(camera.of(new SheetPicture(edge, edge, DPI, paper), seed));
  }

  /** Tried as scanners do: from near and from farther away. */
  private static String zxing(SheetPicture picture) {
    SheetPicture seen = picture;
    for (int step = 0; step < 3; step++) {
      try {
        var bitmap = new BinaryBitmap(new HybridBinarizer(GreyRegion.whole(seen)));
        return new QRCodeReader()
            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
            .getText();
      } catch (ReaderException unreadable) {
        seen = GreyRegion.halved(seen);
      }
    }
    return "unreadable";
  }

  private String zbar(SheetPicture picture) throws Exception {
    Path file = folder.resolve("code.pgm");
    byte[] header =
        ("P5\n" + picture.width() + " " + picture.height() + "\n255\n")
            .getBytes(StandardCharsets.US_ASCII);
    Files.write(file, header);
    Files.write(file, picture.grey(), StandardOpenOption.APPEND);
    Process zbar =
        new ProcessBuilder(
                "zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
            .start();
    String text = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    zbar.waitFor();
    return text.strip();
  }

  @ParameterizedTest
  @CsvSource({
    // degrees, tilt, shade, blur, noise, toner, spread, missing
    "0, 0, 0, 0, 0, 1, 0, 0",
    "2, 0, 0.1, 2, 6, 1, 2, 0.02",
    "-3, 0.05, 0.2, 3, 10, 0.8, -2, 0.03",
    "5, 0.03, 0.2, 2, 6, 0.8, 1, 0.02"
  })
  void codeIsReadAfterWhatPrintersAndCamerasDo(
      double degrees,
      double tilt,
      double shade,
      int blur,
      double noise,
      double toner,
      int spread,
      double missing)
      throws Exception {
    var camera = new Photograph(degrees, tilt, shade, blur, noise, toner);
    for (String name : new String[] {"cha", "clinic"}) {
      SheetPicture seen = worn(code(name), spread, missing, camera, 600);
      String wanted = PrintRoom.order(name).face().qr();
      assertEquals(wanted, zxing(seen));
      assertEquals(wanted, zbar(seen));
    }
  }

  @Test
  void plantedDamageBeyondRepairIsNotRead() throws Exception {
    SheetPicture seen = worn(code("cha"), 0, 3, Photograph.GOOD, 601);
    String wanted = PrintRoom.order("cha").face().qr();
    assertNotEquals(wanted, zxing(seen));
    assertNotEquals(wanted, zbar(seen));
  }
}
