package io.hall24.device.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far lines of writing lean: at the right angle the patches of ink fall into few rows. */
final class Skew {
  private static final double MOST = 20;
  private static final double COARSE = 0.5;
  private static final double FINE = 0.1;

  private Skew() {}

  /** In degrees, positive where lines fall to the right. */
  static double of(List<Blob> blobs) {
    double coarse = best(blobs, -MOST, MOST, COARSE);
    return best(blobs, coarse - COARSE, coarse + COARSE, FINE);
  }

  private static double best(List<Blob> blobs, double from, double to, double step) {
    double best = 0;
    double most = -1;
    for (double angle = from; angle <= to; angle += step) {
      double order = order(blobs, Math.toRadians(angle));
      if (order > most) {
        most = order;
        best = angle;
      }
    }
    return best;
  }

  private static double order(List<Blob> blobs, double angle) {
    double bin = Rows.usualHeight(blobs) / 3.0;
    Map<Integer, Integer> rows = new HashMap<>();
    for (Blob blob : blobs) {
      double y = blob.centreY() * Math.cos(angle) - blob.centreX() * Math.sin(angle);
      rows.merge((int) Math.floor(y / bin), 1, Integer::sum);
    }
    return rows.values().stream().mapToDouble(count -> (double) count * count).sum();
  }
}
