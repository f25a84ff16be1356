package io.hall24.kiosk.licence;

import io.hall24.device.SheetPicture;
import java.util.Random;

/**
 * What a camera over the output sees: a sheet on a dark bed, turned, seen from the side, unevenly
 * lit, out of focus and noisy.
 *
 * @param degrees turned clockwise
 * @param tilt how much smaller the far edge is seen, as a share
 * @param shade how much darker the right edge is than the left one, as a share
 * @param blur passes over three pixels
 * @param noise standard deviation, grey values
 * @param toner darkness of ink, 0 to 1
 */
record Photograph(double degrees, double tilt, double shade, int blur, double noise, double toner) {
  static final Photograph GOOD = new Photograph(0, 0, 0, 0, 0, 1);
  private static final int BED = 38;

  SheetPicture of(SheetPicture sheet, long seed) {
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double wide = Math.abs(sheet.width() * cos) + Math.abs(sheet.height() * sin);
    double high = Math.abs(sheet.width() * sin) + Math.abs(sheet.height() * cos);
    int width = (int) (wide * 1.12);
    int height = (int) (high * 1.12);
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // From the picture back to the sheet: undo the view from the side, then the turn.
        double down = (y - height / 2.0) / high;
        double nearer = 1 + tilt * down;
        double across = (x - width / 2.0) / nearer;
        double along = (y - height / 2.0) / nearer;
        double column = across * cos + along * sin + sheet.width() / 2.0;
        double row = -across * sin + along * cos + sheet.height() / 2.0;
        double light = 1 - shade * x / width;
        grey[y * width + x] = (byte) Math.round(light * paper(sheet, column, row));
      }
    }
    for (int pass = 0; pass < blur; pass++) {
      grey = blurred(grey, width, height);
    }
    var random = new Random(seed);
    for (int at = 0; at < grey.length && noise > 0; at++) {
      grey[at] =
          (byte) Math.clamp(Math.round((grey[at] & 0xFF) + random.nextGaussian() * noise), 0, 255);
    }
    return new SheetPicture(width, height, sheet.dpi(), grey);
  }

  private double paper(SheetPicture sheet, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= sheet.width() || top + 1 >= sheet.height()) {
      return BED;
    }
    double right = x - left;
    double down = y - top;
    double upper = at(sheet, left, top) * (1 - right) + at(sheet, left + 1, top) * right;
    double lower = at(sheet, left, top + 1) * (1 - right) + at(sheet, left + 1, top + 1) * right;
    double seen = upper * (1 - down) + lower * down;
    return 235 - (235 - seen * 235 / 255) * toner;
  }

  private static int at(SheetPicture sheet, int x, int y) {
    return sheet.grey()[y * sheet.width() + x] & 0xFF;
  }

  private static byte[] blurred(byte[] grey, int width, int height) {
    byte[] out = grey.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        int sum = 0;
        for (int row = -width; row <= width; row += width) {
          sum +=
              (grey[at + row - 1] & 0xFF) + (grey[at + row] & 0xFF) + (grey[at + row + 1] & 0xFF);
        }
        out[at] = (byte) (sum / 9);
      }
    }
    return out;
  }
}
