package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.SheetPicture;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

  private final LicenceForms forms = LicenceForms.shipped();
  private final SheetReader reader = new SheetReader(forms, Optional.of(PrintRoom.fonts()));
  private final BlankSheet press = new BlankSheet(PrintRoom.fonts());

  private SheetPicture printed(String name, int sheet) {
    return Raster.of(press.print(forms.original(), sheet), PrintRoom.overprint(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cha", "partnership"})
  void printedSheetGivesTheRegistrysTextAndItsNumber(String name) {
    SheetReading reading = reader.read(printed(name, 42));
    assertEquals(Optional.of(PrintRoom.order(name).face().qr()), reading.qr());
    assertEquals(Optional.of("ZB000042"), reading.sheetNumber());
    assertEquals(Optional.of(PrintRoom.order(name).face().uscc()), reading.code());
    assertTrue(reading.inkShare() > 0.01, reading::toString);
  }

  @Test
  void duplicateIsReadToo() {
    Order order = PrintRoom.order("cha");
    Pdf overprint =
        PrintRoom.pdf(PrintRoom.renderer().overprint(order.face(), order.pending().get(1)));
    SheetReading reading = reader.read(Raster.of(press.print(forms.duplicate(), 9), overprint));
    assertEquals(Optional.of(order.face().qr()), reading.qr());
    assertEquals(Optional.of("FB000009"), reading.sheetNumber());
  }

  @Test
  void unprintedSheetHasANumberButNothingElse() {
    SheetReading reading = reader.read(Raster.of(press.print(forms.original(), 3)));
    assertEquals(Optional.empty(), reading.qr());
    assertEquals(Optional.of("ZB000003"), reading.sheetNumber());
    assertTrue(reading.inkShare() < 0.001, reading::toString);
  }

  @Test
  void plainPaperHasNothing() {
    byte[] white = new byte[3307 * 2339];
    Arrays.fill(white, (byte) 250);
    SheetReading reading = reader.read(new SheetPicture(3307, 2339, Raster.DPI, white));
    assertEquals(
        new SheetReading(Optional.empty(), Optional.empty(), Optional.empty(), 0), reading);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -0.7, 0.7, 2, 180})
  void turnedBlurredDarkAndNoisySheetIsStillRead(double degrees) {
    SheetPicture picture = Raster.disturbed(printed("cha", 77), degrees, 5);
    SheetReading reading = reader.read(picture);
    assertEquals(Optional.of(PrintRoom.order("cha").face().qr()), reading.qr());
    assertEquals(Optional.of("ZB000077"), reading.sheetNumber());
    assertEquals(Optional.of(PrintRoom.order("cha").face().uscc()), reading.code());
  }

  @Test
  void contentBeyondAsciiIsReadBackUnchanged() {
    LicenceFace face = PrintRoom.order("cha").face();
    LicenceFace other = PrintRoom.with(face, face.items(), "云岭·é·𠮷|ABC 123");
    Pdf overprint = PrintRoom.pdf(PrintRoom.renderer().overprint(other, new Copy.Original()));
    SheetReading reading = reader.read(Raster.of(press.print(forms.original(), 1), overprint));
    assertEquals(Optional.of(other.qr()), reading.qr());
  }

  @Test
  void pictureOfAnotherSizeIsSearchedAllOver() {
    SheetPicture sheet = printed("cha", 5);
    int width = sheet.width() + 600;
    byte[] table = new byte[width * sheet.height()];
    Arrays.fill(table, (byte) 230);
    for (int y = 0; y < sheet.height(); y++) {
      System.arraycopy(sheet.grey(), y * sheet.width(), table, y * width + 500, sheet.width());
    }
    SheetReading reading = reader.read(new SheetPicture(width, sheet.height(), Raster.DPI, table));
    assertEquals(Optional.of(PrintRoom.order("cha").face().qr()), reading.qr());
    assertEquals(Optional.of("ZB000005"), reading.sheetNumber());
  }
}
