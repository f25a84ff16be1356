package io.hall24.kiosk.identity.face;

import java.util.List;

/**
 * A place in a picture.
 *
 * @param x pixels to the right of the picture's left edge
 * @param y pixels below its upper edge
 */
public record Point(double x, double y) {
  Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  double dot(Point other) {
    return x * other.x + y * other.y;
  }

  /** How far it is from another point, in pixels. */
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  static Point mean(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }
}
