package io.hall24.kiosk.licence;

import java.util.List;

/**
 * How a flat sheet appears in a picture: a projective map from millimetres on the sheet to pixels.
 * The nine numbers are the map's matrix, row by row.
 */
record Plane(
    double a, double b, double c, double d, double e, double f, double g, double h, double i) {
  /** A point, in whatever unit its plane has. */
  record Point(double x, double y) {
    Point towards(Point other, double share) {
      return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  /** A sheet that fills its picture, unturned, at so many pixels a millimetre. */
  static Plane straight(double pixelsPerMm) {
    return new Plane(pixelsPerMm, 0, 0, 0, pixelsPerMm, 0, 0, 0, 1);
  }

  /** Turned, enlarged and moved so that two points come to lie on two others. */
  static Plane similar(Point from, Point to, Point fromSeen, Point toSeen) {
    double x = to.x - from.x;
    double y = to.y - from.y;
    double seenX = toSeen.x - fromSeen.x;
    double seenY = toSeen.y - fromSeen.y;
    double length = x * x + y * y;
    double cos = (x * seenX + y * seenY) / length;
    double sin = (x * seenY - y * seenX) / length;
    return new Plane(
        cos,
        -sin,
        fromSeen.x - cos * from.x + sin * from.y,
        sin,
        cos,
        fromSeen.y - sin * from.x - cos * from.y,
        0,
        0,
        1);
  }

  /**
   * The map of a sheet whose corners are seen.
   *
   * @param corners in the picture: upper left, upper right, lower right, lower left of the sheet
   */
  static Plane of(double width, double height, List<Point> corners) {
    List<Point> sheet =
        List.of(
            new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
    double[][] equations = new double[8][];
    for (int corner = 0; corner < 4; corner++) {
      Point p = sheet.get(corner);
      Point q = corners.get(corner);
      equations[2 * corner] = new double[] {p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x, q.x};
      equations[2 * corner + 1] = new double[] {0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y, q.y};
    }
    double[] s = solved(equations);
    return new Plane(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1);
  }

  /** Gauss and Jordan, with the largest pivot of each column. */
  private static double[] solved(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int largest = column;
      for (int row = column + 1; row < n; row++) {
        largest = Math.abs(rows[row][column]) > Math.abs(rows[largest][column]) ? row : largest;
      }
      double[] pivot = rows[largest];
      rows[largest] = rows[column];
      rows[column] = pivot;
      for (int row = 0; row < n; row++) {
        double share = row == column ? 0 : rows[row][column] / pivot[column];
        for (int at = column; share != 0 && at <= n; at++) {
          rows[row][at] -= share * pivot[at];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = 0; row < n; row++) {
      solution[row] = rows[row][n] / rows[row][row];
    }
    return solution;
  }

  Point seen(double x, double y) {
    double depth = g * x + h * y + i;
    return new Point((a * x + b * y + c) / depth, (d * x + e * y + f) / depth);
  }
}
