package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile.Calibration;
import io.hall24.config.Profile.Placement;
import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.CalibrationPage.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationPageTest {
  private static final double MM = Raster.DPI / 25.4;

  private final LicenceForm form = LicenceForms.shipped().duplicate();
  private final CalibrationPage page = new CalibrationPage(PrintRoom.fonts());

  /** Darkest row and column of a square of 6 mm around a point, in mm from the upper left. */
  private static Point crossNear(SheetPicture picture, double x, double y) {
    int left = (int) ((x - 3) * MM);
    int top = (int) ((y - 3) * MM);
    int size = (int) (6 * MM);
    long[] columns = new long[size];
    long[] rows = new long[size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int ink = 255 - (picture.grey()[(top + row) * picture.width() + left + column] & 0xFF);
        columns[column] += ink;
        rows[row] += ink;
      }
    }
    return new Point((left + centre(columns)) / MM, (top + centre(rows)) / MM);
  }

  /** Weighted middle of the darkest place and its neighbours. */
  private static double centre(long[] ink) {
    int darkest = 1;
    for (int i = 1; i < ink.length - 1; i++) {
      darkest = ink[i] > ink[darkest] ? i : darkest;
    }
    double sum = ink[darkest - 1] + ink[darkest] + ink[darkest + 1];
    return darkest + 0.5 + (ink[darkest + 1] - ink[darkest - 1]) / sum;
  }

  private static void assertAt(double x, double y, Point point) {
    assertEquals(x, point.x(), 0.1);
    assertEquals(y, point.y(), 0.1);
  }

  @Test
  void crossesStandWhereTheirMillimetresAre() {
    SheetPicture picture = Raster.of(page.print(form, Placement.EXACT));
    for (int x = 10; x < 290; x += 40) {
      for (int y = 70; y < 210; y += 30) {
        assertAt(x, y, crossNear(picture, x, y));
      }
    }
  }

  @Test
  void placementMovesAndStretchesFromTheUpperLeftCorner() {
    var placement = new Placement(1.5, -0.8, 1.004, 0.996);
    SheetPicture picture = Raster.of(page.print(form, placement));
    assertAt(1.5 + 1.004 * 270, -0.8 + 0.996 * 190, crossNear(picture, 272, 188.5));
    assertAt(1.5 + 1.004 * 90, -0.8 + 0.996 * 80, crossNear(picture, 92, 79));
  }

  @Test
  void correctionOfWhatWasMeasuredHits() {
    var random = new Random(10);
    for (int run = 0; run < 200; run++) {
      var printed = randomPlacement(random);
      var printer = randomPlacement(random);
      Placement corrected =
          CalibrationPage.correct(
              form, printed, at(printer, at(printed, 20, 20)), at(printer, at(printed, 270, 190)));
      Point hit = at(printer, at(corrected, 137, 101));
      assertEquals(137, hit.x(), 1e-6);
      assertEquals(101, hit.y(), 1e-6);
    }
  }

  private static Placement randomPlacement(Random random) {
    return new Placement(
        random.nextDouble(-5, 5),
        random.nextDouble(-5, 5),
        random.nextDouble(0.99, 1.01),
        random.nextDouble(0.99, 1.01));
  }

  private static Point at(Placement placement, double x, double y) {
    return new Point(
        placement.right() + placement.across() * x, placement.down() + placement.along() * y);
  }

  private static Point at(Placement placement, Point point) {
    return at(placement, point.x(), point.y());
  }

  @Test
  void overprintIsMovedAndPreviewIsNot() {
    Order order = PrintRoom.order("cha");
    Copy copy = order.pending().get(1);
    var moved =
        new LicenceRenderer(
            LicenceForms.shipped(),
            PrintRoom.fonts(),
            new Calibration(Placement.EXACT, new Placement(3, 2, 1, 1)));
    var exact = PrintRoom.renderer();
    SheetPicture before = Raster.of(PrintRoom.pdf(exact.overprint(order.face(), copy)));
    SheetPicture after = Raster.of(PrintRoom.pdf(moved.overprint(order.face(), copy)));
    int right = (int) Math.round(3 * MM);
    int down = (int) Math.round(2 * MM);
    long different = 0;
    for (int y = 0; y < before.height() - down; y++) {
      for (int x = 0; x < before.width() - right; x++) {
        int there = before.grey()[y * before.width() + x] & 0xFF;
        int here = after.grey()[(y + down) * before.width() + x + right] & 0xFF;
        different += Math.abs(there - here) > 160 ? 1 : 0;
      }
    }
    assertTrue(different < 2000, () -> "moved by something else");
    assertEquals(
        PrintRoom.pdf(exact.preview(order.face(), copy)).sha256(),
        PrintRoom.pdf(moved.preview(order.face(), copy)).sha256());
    assertEquals(
        PrintRoom.pdf(exact.overprint(order.face(), new Copy.Original())).sha256(),
        PrintRoom.pdf(moved.overprint(order.face(), new Copy.Original())).sha256());
  }
}
