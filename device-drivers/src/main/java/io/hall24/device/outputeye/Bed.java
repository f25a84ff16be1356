package io.hall24.device.outputeye;

import io.hall24.device.SheetPicture;

/** What lies on a dark bed, as far as that shows without reading it. */
final class Bed {
  /** Every so many pixels in both directions are enough for that. */
  private static final int STEP = 8;

  /** Mean difference of two pictures, grey values, that noise explains. */
  private static final double NOISE = 4;

  /** How much brighter than the bed paper is at least, grey values. */
  private static final double CONTRAST = 50;

  /** The least share of the picture that a sheet covers. */
  private static final double SHEET = 0.1;

  private Bed() {}

  /** Whether nothing moved between two pictures. */
  static boolean isStill(SheetPicture before, SheetPicture now) {
    if (before.width() != now.width() || before.height() != now.height()) {
      return false;
    }
    long difference = 0;
    int count = 0;
    for (int y = 0; y < now.height(); y += STEP) {
      for (int x = 0; x < now.width(); x += STEP) {
        int at = y * now.width() + x;
        difference += Math.abs((before.grey()[at] & 0xFF) - (now.grey()[at] & 0xFF));
        count++;
      }
    }
    return difference <= NOISE * count;
  }

  /**
   * Whether the picture has two kinds of grey far apart, of which the brighter one is a sheet's
   * share. An empty bed has one, however bright the camera makes it.
   */
  static boolean holdsSheet(SheetPicture picture) {
    long[] histogram = new long[256];
    for (int y = 0; y < picture.height(); y += STEP) {
      for (int x = 0; x < picture.width(); x += STEP) {
        histogram[picture.grey()[y * picture.width() + x] & 0xFF]++;
      }
    }
    Parting best = parted(histogram);
    return best.contrast() >= CONTRAST && best.brighter() >= SHEET;
  }

  /**
   * A histogram in two parts.
   *
   * @param contrast between the means of both, grey values
   * @param brighter share of the brighter part
   */
  private record Parting(double contrast, double brighter) {}

  /** Parted where the parts differ most (Otsu 1979, IEEE Trans. SMC 9(1), equation 14). */
  private static Parting parted(long[] histogram) {
    double count = 0;
    double sum = 0;
    for (int grey = 0; grey < histogram.length; grey++) {
      count += histogram[grey];
      sum += (double) grey * histogram[grey];
    }
    Parting best = new Parting(0, 0);
    double widest = 0;
    double darkCount = 0;
    double darkSum = 0;
    for (int grey = 0; grey < histogram.length - 1; grey++) {
      darkCount += histogram[grey];
      darkSum += (double) grey * histogram[grey];
      double brightCount = count - darkCount;
      if (darkCount > 0 && brightCount > 0) {
        double contrast = (sum - darkSum) / brightCount - darkSum / darkCount;
        double between = darkCount * brightCount * contrast * contrast;
        if (between > widest) {
          widest = between;
          best = new Parting(contrast, brightCount / count);
        }
      }
    }
    return best;
  }
}
