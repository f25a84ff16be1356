package io.hall24.kiosk.licence;

import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.NumberPlace;
import io.hall24.kiosk.licence.LicenceForm.QrPlace;

/**
 * A sheet as if it had been scanned straight: what was seen of it, brought back to where the form
 * has it.
 *
 * @param form whose sheet it is
 * @param picture from the sheet's upper left corner on, at its resolution
 */
record FlatSheet(LicenceForm form, SheetPicture picture) {
  /** How far a print may lie from where it should, mm. */
  private static final double SHIFT = 9;

  /** The sheet that a picture shows where a plane says. */
  static FlatSheet of(LicenceForm form, SheetPicture seen, Plane plane) {
    double scale = seen.dpi() / 25.4;
    int width = (int) Math.round(form.width() * scale);
    int height = (int) Math.round(form.height() * scale);
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      double down = (y + 0.5) / scale;
      for (int x = 0; x < width; x++) {
        double across = (x + 0.5) / scale;
        double depth = plane.g() * across + plane.h() * down + plane.i();
        grey[y * width + x] =
            sampled(
                seen,
                (plane.a() * across + plane.b() * down + plane.c()) / depth - 0.5,
                (plane.d() * across + plane.e() * down + plane.f()) / depth - 0.5);
      }
    }
    return new FlatSheet(form, new SheetPicture(width, height, seen.dpi(), grey));
  }

  /** Between four pixels; white beyond the picture. */
  private static byte sampled(SheetPicture seen, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= seen.width() || top + 1 >= seen.height()) {
      return (byte) 255;
    }
    byte[] grey = seen.grey();
    int at = top * seen.width() + left;
    double right = x - left;
    double down = y - top;
    double upper = (grey[at] & 0xFF) * (1 - right) + (grey[at + 1] & 0xFF) * right;
    int below = at + seen.width();
    double lower = (grey[below] & 0xFF) * (1 - right) + (grey[below + 1] & 0xFF) * right;
    return (byte) Math.round(upper * (1 - down) + lower * down);
  }

  double pixelsPerMm() {
    return picture.dpi() / 25.4;
  }

  GreyRegion around(NumberPlace place) {
    return region(
        place.left() - SHIFT,
        place.top() - SHIFT / 2,
        place.width() + 2 * SHIFT,
        place.height() + SHIFT);
  }

  GreyRegion around(QrPlace place) {
    return region(
        place.left() - SHIFT,
        place.top() - SHIFT,
        place.size() + 2 * SHIFT,
        place.size() + 2 * SHIFT);
  }

  GreyRegion of(Field field) {
    return region(field.left(), field.top(), field.width(), field.depth());
  }

  private GreyRegion region(double left, double top, double width, double height) {
    double scale = pixelsPerMm();
    return new GreyRegion(
        picture,
        (int) (left * scale),
        (int) (top * scale),
        (int) (width * scale),
        (int) (height * scale));
  }
}
