package io.hall24.kiosk.licence;

import io.hall24.device.SheetPicture;
import io.hall24.kiosk.licence.Plane.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds the edges of a light sheet on a darker bed. */
final class SheetOutline {
  /** Pixels of the longer side of the small picture in which the corners are first found. */
  private static final int SMALL = 480;

  /** Share of the picture that a sheet takes at least. */
  private static final double LEAST_SHARE = 0.2;

  /** Of how many places along an edge its exact position is taken. */
  private static final int PLACES = 48;

  private final SheetPicture picture;
  private final int step;
  private final int width;
  private final int height;
  private final int[] small;

  private SheetOutline(SheetPicture picture) {
    this.picture = picture;
    this.step = Math.max(1, Math.max(picture.width(), picture.height()) / SMALL);
    this.width = picture.width() / step;
    this.height = picture.height() / step;
    this.small = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small[y * width + x] = mean(x * step, y * step);
      }
    }
  }

  private int mean(int left, int top) {
    int sum = 0;
    for (int y = top; y < top + step; y++) {
      for (int x = left; x < left + step; x++) {
        sum += picture.grey()[y * picture.width() + x] & 0xFF;
      }
    }
    return sum / (step * step);
  }

  /**
   * The corners of the sheet in the picture, clockwise from the one nearest to the picture's upper
   * left; empty when no bed is seen around it.
   */
  static Optional<List<Point>> corners(SheetPicture picture) {
    return new SheetOutline(picture).find();
  }

  private Optional<List<Point>> find() {
    boolean[] bed = bed(threshold());
    List<Point> rough = extremes(largestApart(bed));
    if (rough.isEmpty()) {
      return Optional.empty();
    }
    List<Line> edges = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Optional<Line> edge = edge(rough.get(i), rough.get((i + 1) % 4));
      if (edge.isEmpty()) {
        return Optional.empty();
      }
      edges.add(edge.get());
    }
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      corners.add(edges.get((i + 3) % 4).crossing(edges.get(i)));
    }
    return Optional.of(corners);
  }

  /** Otsu's threshold between bed and paper. */
  private int threshold() {
    int[] count = new int[256];
    long sum = 0;
    for (int value : small) {
      count[value]++;
      sum += value;
    }
    long below = 0;
    long sumBelow = 0;
    int best = 128;
    double most = -1;
    for (int value = 0; value < 255; value++) {
      below += count[value];
      sumBelow += (long) value * count[value];
      long above = small.length - below;
      if (below > 0 && above > 0) {
        double apart = (double) sumBelow / below - (double) (sum - sumBelow) / above;
        double between = apart * apart * below * above;
        if (between > most) {
          most = between;
          best = value;
        }
      }
    }
    return best;
  }

  /** What is dark and connected with the picture's edge; dark ink on the sheet is not. */
  private boolean[] bed(int threshold) {
    int[] label = new int[small.length];
    int[] stack = new int[small.length];
    for (int at = 0; at < small.length; at++) {
      if (atEdge(at) && small[at] <= threshold && label[at] == 0) {
        var _ = flood(at, other -> small[other] <= threshold, 1, label, stack);
      }
    }
    boolean[] bed = new boolean[small.length];
    for (int at = 0; at < small.length; at++) {
      bed[at] = label[at] == 1;
    }
    return bed;
  }

  private boolean atEdge(int at) {
    int x = at % width;
    int y = at / width;
    return x == 0 || y == 0 || x == width - 1 || y == height - 1;
  }

  /** The largest connected part that is no bed; nothing if it is too small for a sheet. */
  private boolean[] largestApart(boolean[] bed) {
    int[] label = new int[small.length];
    int[] stack = new int[small.length];
    int largest = 0;
    int largestSize = 0;
    int next = 0;
    for (int start = 0; start < small.length; start++) {
      if (!bed[start] && label[start] == 0) {
        next++;
        int size = flood(start, other -> !bed[other], next, label, stack);
        if (size > largestSize) {
          largestSize = size;
          largest = next;
        }
      }
    }
    boolean[] sheet = new boolean[small.length];
    for (int at = 0; at < small.length && largestSize > LEAST_SHARE * small.length; at++) {
      sheet[at] = label[at] == largest;
    }
    return sheet;
  }

  private int flood(int start, IntPredicate belongs, int mark, int[] label, int[] stack) {
    int filled = 0;
    int size = 0;
    stack[filled++] = start;
    label[start] = mark;
    while (filled > 0) {
      int at = stack[--filled];
      size++;
      int x = at % width;
      int[] neighbours = {x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width};
      for (int other : neighbours) {
        if (other >= 0 && other < small.length && label[other] == 0 && belongs.test(other)) {
          label[other] = mark;
          stack[filled++] = other;
        }
      }
    }
    return size;
  }

  /** Corners in pixels of the picture; none when the sheet reaches the picture's edge. */
  private List<Point> extremes(boolean[] sheet) {
    int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    Point[] corner = new Point[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (!sheet[y * width + x]) {
          continue;
        }
        if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
          return List.of();
        }
        int[] reach = {x + y, y - x, -x - y, x - y};
        for (int i = 0; i < 4; i++) {
          if (reach[i] < least[i]) {
            least[i] = reach[i];
            corner[i] = new Point((x + 0.5) * step, (y + 0.5) * step);
          }
        }
      }
    }
    return least[0] == Integer.MAX_VALUE ? List.of() : List.of(corner);
  }

  /** A straight line, as the points for which x·normalX + y·normalY is the offset. */
  private record Line(double normalX, double normalY, double offset) {
    Point crossing(Line other) {
      double across = normalX * other.normalY - normalY * other.normalX;
      return new Point(
          (offset * other.normalY - other.offset * normalY) / across,
          (normalX * other.offset - other.normalX * offset) / across);
    }

    double distance(Point point) {
      return Math.abs(point.x() * normalX + point.y() * normalY - offset);
    }

    /** Least squares, of the distances from the line. */
    static Line through(List<Point> points) {
      double x = points.stream().mapToDouble(Point::x).average().orElse(0);
      double y = points.stream().mapToDouble(Point::y).average().orElse(0);
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (Point p : points) {
        xx += (p.x() - x) * (p.x() - x);
        xy += (p.x() - x) * (p.y() - y);
        yy += (p.y() - y) * (p.y() - y);
      }
      double angle = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
      double normalX = Math.cos(angle);
      double normalY = Math.sin(angle);
      return new Line(normalX, normalY, x * normalX + y * normalY);
    }
  }

  private Optional<Line> edge(Point from, Point to) {
    double length = from.distance(to);
    double outX = (to.y() - from.y()) / length;
    double outY = -(to.x() - from.x()) / length;
    List<Point> points = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      Point middle = from.towards(to, 0.06 + 0.88 * place / (PLACES - 1));
      steepest(middle, outX, outY).ifPresent(points::add);
    }
    if (points.size() < PLACES / 2) {
      return Optional.empty();
    }
    Line first = Line.through(points);
    List<Double> distances = points.stream().map(first::distance).sorted().toList();
    double median = distances.get(distances.size() / 2);
    List<Point> near = points.stream().filter(p -> first.distance(p) <= 2 * median + 0.5).toList();
    return Optional.of(Line.through(near));
  }

  /** Where along the way outwards the paper turns into bed. */
  private Optional<Point> steepest(Point middle, double outX, double outY) {
    int reach = 3 * step;
    int best = 0;
    double most = 0;
    for (int along = -reach; along <= reach; along++) {
      double fall =
          brightness(middle, outX, outY, along - 1.5) - brightness(middle, outX, outY, along + 1.5);
      if (fall > most) {
        most = fall;
        best = along;
      }
    }
    return most < 12
        ? Optional.empty()
        : Optional.of(new Point(middle.x() + best * outX, middle.y() + best * outY));
  }

  /** Mean of a few pixels across, against noise. */
  private double brightness(Point middle, double outX, double outY, double along) {
    double sum = 0;
    for (int across = -2; across <= 2; across++) {
      double x = middle.x() + along * outX - across * outY;
      double y = middle.y() + along * outY + across * outX;
      int column = Math.clamp(Math.round(x), 0, picture.width() - 1);
      int row = Math.clamp(Math.round(y), 0, picture.height() - 1);
      sum += picture.grey()[row * picture.width() + column] & 0xFF;
    }
    return sum / 5;
  }
}
