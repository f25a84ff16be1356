package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_imgproc.Canny;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.HoughLinesP;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar4i;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_imgproc.Vec4iVector;

/** Looks for the surface of a print or a screen under and around a face. */
final class SurfaceEye {
  /** Side of the piece of skin that is looked at, in pixels of the picture: never scaled. */
  private static final int PIECE = 128;

  /** Cycles a pixel, from which on a face has little but noise. */
  private static final double FINE = 0.14;

  private static final int AROUND_WIDTH = 320;
  private static final double LEAST_LENGTH = 0.9;
  private static final double LEANING = Math.tan(Math.toRadians(12));

  /** How far beside the face a surface ends, in heights of the face. */
  private static final double NEAREST = 0.12;

  private static final double FARTHEST = 1.3;

  private enum Side {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM
  }

  SurfaceCues look(Mat bgr, Box face, Scratch scratch) {
    Mat grey = Pixels.grey(bgr, scratch);
    return new SurfaceCues(pattern(grey, face, scratch), edges(grey, face, scratch));
  }

  /** The strongest of the fine frequencies against the middle one. */
  private static double pattern(Mat grey, Box face, Scratch scratch) {
    int side = Math.min(PIECE, Math.min(grey.cols(), grey.rows()));
    Box piece = Box.squareAround(face.centre(), side);
    int left = Math.clamp(Math.round(piece.left()), 0, grey.cols() - side);
    int top = Math.clamp(Math.round(piece.top()), 0, grey.rows() - side);
    Mat fine = scratch.face();
    grey.apply(new Rect(left, top, side, side)).convertTo(fine, opencv_core.CV_32F);
    Mat smooth = scratch.face();
    GaussianBlur(fine, smooth, new Size(7, 7), 1.5);
    opencv_core.subtract(fine, smooth, fine);
    window(fine, side);
    Mat spectrum = scratch.face();
    opencv_core.dft(fine, spectrum, opencv_core.DFT_COMPLEX_OUTPUT, 0);
    return peak(OnnxNet.numbers(spectrum), side);
  }

  /** Without it the edges of the piece would look like a pattern (von Hann's window). */
  private static void window(Mat piece, int side) {
    FloatBuffer values = OnnxNet.numbers(piece);
    for (int y = 0; y < side; y++) {
      double weight = hann(y, side);
      for (int x = 0; x < side; x++) {
        int at = y * side + x;
        values.put(at, (float) (values.get(at) * weight * hann(x, side)));
      }
    }
  }

  private static double hann(int place, int side) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * (place + 0.5) / side);
  }

  private static double peak(FloatBuffer spectrum, int side) {
    double[] found = new double[side * side / 2];
    int count = 0;
    for (int v = 0; v < side / 2; v++) {
      for (int u = 0; u < side; u++) {
        double across = (double) (u < side / 2 ? u : side - u) / side;
        double down = (double) v / side;
        if (Math.hypot(across, down) >= FINE) {
          int at = 2 * (v * side + u);
          found[count++] = Math.hypot(spectrum.get(at), spectrum.get(at + 1));
        }
      }
    }
    Arrays.sort(found, 0, count);
    double middle = found[count / 2];
    return middle <= 0 ? 0 : found[count - 1] / middle;
  }

  private static double edges(Mat grey, Box face, Scratch scratch) {
    double scale = Math.min(1, (double) AROUND_WIDTH / grey.cols());
    Mat smaller = scale < 1 ? Pixels.shrunk(grey, scale, scratch) : grey;
    Mat outlines = scratch.face();
    Canny(smaller, outlines, 60, 160);
    double height = face.height() * scale;
    Vec4iVector lines = new Vec4iVector();
    HoughLinesP(
        outlines, lines, 1, Math.PI / 180, 40, height * LEAST_LENGTH, Math.max(2, height * 0.04));
    Box near =
        new Box(
            face.left() * scale, face.top() * scale, face.right() * scale, face.bottom() * scale);
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (long i = 0; i < lines.size(); i++) {
      addSide(lines.get(i), near, sides);
    }
    return (double) sides.size() / Side.values().length;
  }

  private static void addSide(Scalar4i line, Box face, Set<Side> sides) {
    double x = (line.get(0) + line.get(2)) / 2.0;
    double y = (line.get(1) + line.get(3)) / 2.0;
    double across = Math.abs(line.get(2) - line.get(0));
    double down = Math.abs(line.get(3) - line.get(1));
    double near = NEAREST * face.height();
    double far = FARTHEST * face.height();
    if (across <= down * LEANING) {
      if (between(face.left() - x, near, far)) {
        sides.add(Side.LEFT);
      } else if (between(x - face.right(), near, far)) {
        sides.add(Side.RIGHT);
      }
    } else if (down <= across * LEANING) {
      if (between(face.top() - y, near, far)) {
        sides.add(Side.TOP);
      } else if (between(y - face.bottom(), near, far)) {
        sides.add(Side.BOTTOM);
      }
    }
  }

  private static boolean between(double value, double low, double high) {
    return value >= low && value <= high;
  }
}
