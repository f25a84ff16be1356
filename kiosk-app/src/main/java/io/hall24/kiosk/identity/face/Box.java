package io.hall24.kiosk.identity.face;

/**
 * An upright rectangle in a picture, in pixels; it may reach beyond the picture's edges.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge, greater than {@code left}
 * @param bottom its lower edge, greater than {@code top}
 */
public record Box(double left, double top, double right, double bottom) {
  static Box squareAround(Point centre, double side) {
    return new Box(
        centre.x() - side / 2, centre.y() - side / 2, centre.x() + side / 2, centre.y() + side / 2);
  }

  /** Pixels from left to right. */
  public double width() {
    return right - left;
  }

  /** Pixels from top to bottom. */
  public double height() {
    return bottom - top;
  }

  /** Square pixels. */
  public double area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  /** The middle. */
  public Point centre() {
    return new Point((left + right) / 2, (top + bottom) / 2);
  }

  /** Intersection over union, 0 (apart) to 1 (equal). */
  double overlap(Box other) {
    double shared =
        Math.max(0, Math.min(right, other.right) - Math.max(left, other.left))
            * Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
    double union = area() + other.area() - shared;
    return union <= 0 ? 0 : shared / union;
  }

  /** The square of the box's height around its centre. */
  Box squared() {
    return squareAround(centre(), height());
  }

  /** The box with a share of its width and height added on each side. */
  Box widened(double share) {
    double x = width() * share;
    double y = height() * share;
    return new Box(left - x, top - y, right + x, bottom + y);
  }
}
