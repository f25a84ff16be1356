package io.hall24.kiosk.identity.face;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The 68 points of one face in iBUG-68 order, in pixels of the picture. "Left" and "right" are the
 * picture's sides, not the person's.
 *
 * @param points 68 of them
 */
record Landmarks(List<Point> points) {
  private static final int COUNT = 68;
  private static final int NOSE_TIP = 30;

  Landmarks {
    points = List.copyOf(points);
    if (points.size() != COUNT) {
      throw new IllegalArgumentException(points.size() + " landmarks");
    }
  }

  private Point mean(int... indices) {
    return Point.mean(IntStream.of(indices).mapToObj(points::get).toList());
  }

  Point leftEye() {
    return mean(37, 38, 40, 41);
  }

  Point rightEye() {
    return mean(43, 44, 46, 47);
  }

  Point nose() {
    return points.get(NOSE_TIP);
  }

  Point leftMouthCorner() {
    return mean(48, 60);
  }

  Point rightMouthCorner() {
    return mean(54, 64);
  }

  /** Eyes, nose and mouth corners in the order of the alignment template. */
  List<Point> five() {
    return List.of(leftEye(), rightEye(), nose(), leftMouthCorner(), rightMouthCorner());
  }

  double eyeDistance() {
    return leftEye().distanceTo(rightEye());
  }

  /**
   * How far the nose lies beside the middle of eyes and mouth, in eye distances; positive when it
   * points to the picture's right. About 0.27 at 20 degrees.
   */
  double yaw() {
    Point axis = rightEye().minus(leftEye());
    Point middle =
        Point.mean(List.of(leftEye(), rightEye(), leftMouthCorner(), rightMouthCorner()));
    return nose().minus(middle).dot(axis) / axis.dot(axis);
  }

  /** How far the head leans, in degrees; 0 is upright, positive when the right eye is lower. */
  double rollDegrees() {
    Point axis = rightEye().minus(leftEye());
    return Math.toDegrees(Math.atan2(axis.y(), axis.x()));
  }

  /**
   * How far the eyes are open: height of the gap between the lids by the width of the eye, the mean
   * of both eyes. About 0.3 open and 0.2 closed.
   */
  double eyeOpening() {
    return (lids(36) + lids(42)) / 2;
  }

  private double lids(int outer) {
    double height =
        points.get(outer + 1).distanceTo(points.get(outer + 5))
            + points.get(outer + 2).distanceTo(points.get(outer + 4));
    return height / 2 / points.get(outer).distanceTo(points.get(outer + 3));
  }

  /** How far the mouth is open: mean gap between the inner lips by their width; 0 is closed. */
  double mouthOpening() {
    double gap =
        points.get(61).distanceTo(points.get(67))
            + points.get(62).distanceTo(points.get(66))
            + points.get(63).distanceTo(points.get(65));
    return gap / 3 / points.get(60).distanceTo(points.get(64));
  }

  /** The square around the left eye that the eye net wants: 1.6 eye widths wide. */
  Box leftEyeSquare() {
    return eyeSquare(leftEye(), points.get(39).x() - points.get(36).x());
  }

  /** The square around the right eye that the eye net wants. */
  Box rightEyeSquare() {
    return eyeSquare(rightEye(), points.get(45).x() - points.get(42).x());
  }

  private static Box eyeSquare(Point centre, double eyeWidth) {
    return Box.squareAround(centre, 1.6 * Math.abs(eyeWidth));
  }
}
