package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.SheetPicture;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets as a camera over the output sees them, good ones and wrong ones. */
class PhotographedSheetTest {
  private static final LicenceForms FORMS = LicenceForms.shipped();
  private static final SheetReader READER = new SheetReader(FORMS, Optional.of(PrintRoom.fonts()));
  private static final String CODE = "91999999MADEM0011Y";
  private static Optional<SheetPicture> good = Optional.empty();

  @BeforeAll
  static void print() {
    good = Optional.of(printed(PrintRoom.order("cha").face(), 77));
  }

  private static SheetPicture printed(LicenceFace face, int sheet) {
    Pdf blank = new BlankSheet(PrintRoom.fonts()).print(FORMS.duplicate(), sheet);
    return Raster.of(
        blank, PrintRoom.pdf(PrintRoom.renderer().overprint(face, new Copy.Duplicate("1-1"))));
  }

  private static LicenceFace withCode(LicenceFace face, String code) {
    return new LicenceFace(
        face.entityType(),
        code,
        face.items(),
        face.qr(),
        face.authority(),
        face.issueDate(),
        face.licenceNumber());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 1",
    "3.5, 0, 0.2, 1, 5, 1",
    "-8, 0.04, 0.3, 1, 6, 0.9",
    "20, 0.03, 0.1, 1, 4, 1",
    "180, 0.05, 0.3, 1, 6, 1",
    "91, 0, 0.2, 1, 5, 0.8",
    "-88, 0.05, 0.2, 1, 5, 1",
    "1.2, 0.1, 0.45, 2, 8, 0.6"
  })
  void sheetIsReadHoweverItLies(
      double degrees, double tilt, double shade, int blur, double noise, double toner) {
    var photograph = new Photograph(degrees, tilt, shade, blur, noise, toner);
    SheetReading reading = READER.read(photograph.of(good.orElseThrow(), 31));
    assertEquals(Optional.of(PrintRoom.order("cha").face().qr()), reading.qr());
    assertEquals(Optional.of("FB000077"), reading.sheetNumber());
    assertEquals(Optional.of(CODE), reading.code());
    assertTrue(reading.inkShare() > 0.005, reading::toString);
  }

  @Test
  void anotherCodeThanThatOfTheQrIsSeen() {
    LicenceFace forged = withCode(PrintRoom.order("cha").face(), "91999999MADEM0038N");
    SheetReading reading =
        READER.read(new Photograph(2, 0.03, 0.2, 1, 5, 1).of(printed(forged, 77), 32));
    assertEquals(Optional.of("91999999MADEM0038N"), reading.code());
    assertNotEquals(Optional.of(CODE), reading.code());
  }

  @Test
  void codeWithOneWrongCharacterIsNoCode() {
    LicenceFace wrong = withCode(PrintRoom.order("cha").face(), "91999999MADEM0811Y");
    SheetReading reading = READER.read(Photograph.GOOD.of(printed(wrong, 77), 33));
    assertEquals(Optional.empty(), reading.code());
  }

  @Test
  void unprintedSheetHasOnlyItsNumber() {
    SheetPicture blank = Raster.of(new BlankSheet(PrintRoom.fonts()).print(FORMS.duplicate(), 78));
    SheetReading reading = READER.read(new Photograph(-4, 0.03, 0.3, 1, 6, 1).of(blank, 34));
    assertEquals(Optional.empty(), reading.qr());
    assertEquals(Optional.empty(), reading.code());
    assertEquals(Optional.of("FB000078"), reading.sheetNumber());
    assertTrue(reading.inkShare() < 0.001, reading::toString);
  }

  @Test
  void printOnPlainPaperHasNoNumber() {
    Pdf overprint =
        PrintRoom.pdf(
            PrintRoom.renderer()
                .overprint(PrintRoom.order("cha").face(), new Copy.Duplicate("1-1")));
    SheetReading reading =
        READER.read(new Photograph(5, 0.02, 0.2, 1, 5, 1).of(Raster.of(overprint), 35));
    assertEquals(Optional.empty(), reading.sheetNumber());
    assertEquals(Optional.of(CODE), reading.code());
  }

  @Test
  void misfedPrintIsReadWhereItIs() {
    SheetPicture sheet = good.orElseThrow();
    SheetPicture blank = Raster.of(new BlankSheet(PrintRoom.fonts()).print(FORMS.duplicate(), 77));
    byte[] grey = blank.grey().clone();
    int right = 24;
    int down = 20;
    for (int y = down; y < sheet.height(); y++) {
      for (int x = right; x < sheet.width(); x++) {
        int at = y * sheet.width() + x;
        int from = at - down * sheet.width() - right;
        if ((blank.grey()[from] & 0xFF) > (sheet.grey()[from] & 0xFF) + 40) {
          grey[at] = sheet.grey()[from];
        }
      }
    }
    SheetReading reading =
        READER.read(new SheetPicture(sheet.width(), sheet.height(), sheet.dpi(), grey));
    assertEquals(Optional.of(CODE), reading.code());
    assertEquals(Optional.of("FB000077"), reading.sheetNumber());
  }
}
