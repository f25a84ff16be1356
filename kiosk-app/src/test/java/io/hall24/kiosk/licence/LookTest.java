package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.SheetPicture;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Guards the look of every type of entity in both copies. The pages behind {@code looks.properties}
 * were looked at by a person at 150 dpi; the file tells only that a page has changed since, and
 * says nothing about whether it is right. A number is the ink, 0 to f, of a field of a grid of 28
 * by 20 over the whole page.
 */
class LookTest {
  private static final int COLUMNS = 28;
  private static final int ROWS = 20;

  /** Sixteenths by which one field may differ: fonts are drawn a little otherwise elsewhere. */
  private static final int TOLERANCE = 1;

  private static final String INK = "0123456789abcdef";

  /** Most of a field that is ink anywhere, about; what counts as f. */
  private static final double FULL = 0.4;

  static String look(SheetPicture page) {
    var look = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        look.append(INK.charAt(ink(page, column, row)));
      }
    }
    return look.toString();
  }

  private static int ink(SheetPicture page, int column, int row) {
    int left = column * page.width() / COLUMNS;
    int right = (column + 1) * page.width() / COLUMNS;
    int top = row * page.height() / ROWS;
    int bottom = (row + 1) * page.height() / ROWS;
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += 255 - (page.grey()[y * page.width() + x] & 0xFF);
      }
    }
    double share = sum / 255 / (right - left) / (bottom - top);
    return Math.clamp(Math.round(share / FULL * 15), 0, 15);
  }

  private static Map<String, String> looks() {
    Map<String, String> looks = new TreeMap<>();
    for (String name : PrintRoom.ORDERS) {
      for (Copy copy : new Copy[] {new Copy.Original(), new Copy.Duplicate("1-1")}) {
        Pdf pdf = PrintRoom.pdf(PrintRoom.renderer().preview(PrintRoom.order(name).face(), copy));
        String kind = copy instanceof Copy.Original ? "original" : "duplicate";
        looks.put(name + "." + kind, look(Raster.of(60, pdf)));
      }
    }
    return looks;
  }

  private static int difference(String one, String other) {
    int most = Math.abs(one.length() - other.length());
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      most = Math.max(most, Math.abs(INK.indexOf(one.charAt(i)) - INK.indexOf(other.charAt(i))));
    }
    return most;
  }

  @Test
  void everyTypeLooksAsItDidWhenSomebodyLooked() throws IOException {
    Properties known = new Properties();
    try (InputStream in = LookTest.class.getResourceAsStream("looks.properties")) {
      known.load(Objects.requireNonNull(in));
    }
    Map<String, String> now = looks();
    assertEquals(known.keySet(), now.keySet());
    now.forEach((page, look) ->
        assertTrue(
            difference(known.getProperty(page), look) <= TOLERANCE,
            () -> page + " has changed; look at it, then put here:\n" + page + "=" + look));
  }

  @Test
  void missingLineAndAnotherPageAreSeen() {
    LicenceFace face = PrintRoom.order("cha").face();
    Pdf whole = PrintRoom.pdf(PrintRoom.renderer().preview(face, new Copy.Original()));
    LicenceFace shorter = PrintRoom.face(Map.of(FaceItem.BUSINESS_SCOPE, "一般项目：茶叶种植。"));
    Pdf part = PrintRoom.pdf(PrintRoom.renderer().preview(shorter, new Copy.Original()));
    assertFalse(
        difference(look(Raster.of(60, whole)), look(Raster.of(60, part))) <= TOLERANCE,
        "a guard that sees nothing");
  }
}
