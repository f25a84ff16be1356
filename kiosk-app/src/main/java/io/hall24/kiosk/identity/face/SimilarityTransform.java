package io.hall24.kiosk.identity.face;

import java.util.List;

/**
 * Turning, scaling and shifting, without shearing or mirroring: {@code x' = a*x - b*y + tx}, {@code
 * y' = b*x + a*y + ty}.
 */
record SimilarityTransform(double a, double b, double tx, double ty) {

  /**
   * The transform that takes the points nearest to their targets, in the sense of least squares
   * (closed form of Umeyama's problem in the plane).
   *
   * @throws IllegalArgumentException when the lists differ in length or all points coincide
   */
  static SimilarityTransform fit(List<Point> points, List<Point> targets) {
    if (points.size() != targets.size()) {
      throw new IllegalArgumentException(points.size() + " points, " + targets.size() + " targets");
    }
    Point from = Point.mean(points);
    Point to = Point.mean(targets);
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < points.size(); i++) {
      Point p = points.get(i).minus(from);
      Point q = targets.get(i).minus(to);
      along += p.dot(q);
      across += p.x() * q.y() - p.y() * q.x();
      spread += p.dot(p);
    }
    if (spread == 0) {
      throw new IllegalArgumentException("all points coincide");
    }
    double a = along / spread;
    double b = across / spread;
    return new SimilarityTransform(
        a, b, to.x() - (a * from.x() - b * from.y()), to.y() - (b * from.x() + a * from.y()));
  }

  /** How much longer lengths become. */
  double scale() {
    return Math.hypot(a, b);
  }

  Point apply(Point p) {
    return new Point(a * p.x() - b * p.y() + tx, b * p.x() + a * p.y() + ty);
  }
}
