package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Turns, scales and shifts a face to where eyes, or eyes, nose and mouth, are expected. */
final class FaceAligner {
  /** Side of the square in which the template is given, in pixels. */
  static final int SIDE = 112;

  /** Left eye, right eye, nose, left and right mouth corner, in the aligned square. */
  static final List<Point> TEMPLATE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  private static final double SHRINK_FIRST_BELOW = 0.5;

  private final int width;
  private final int height;
  private final List<Point> targets;

  /**
   * @param width of the aligned picture, pixels
   * @param height of the aligned picture, pixels
   * @param targets where the points that are given with a picture shall lie in it
   */
  FaceAligner(int width, int height, List<Point> targets) {
    this.width = width;
    this.height = height;
    this.targets = List.copyOf(targets);
  }

  /**
   * For a net, by five points.
   *
   * @param side of the square that it wants, in pixels
   */
  static FaceAligner of(int side) {
    double scale = (double) side / SIDE;
    return new FaceAligner(
        side, side, TEMPLATE.stream().map(p -> new Point(p.x() * scale, p.y() * scale)).toList());
  }

  Mat align(Mat picture, List<Point> points, Scratch scratch) {
    SimilarityTransform transform = SimilarityTransform.fit(points, targets);
    double scale = transform.scale();
    if (scale >= SHRINK_FIRST_BELOW) {
      return warp(picture, transform, scratch);
    }
    // Linear interpolation would skip pixels, so the picture is averaged down first.
    Mat smaller = Pixels.shrunk(picture, scale, scratch);
    double x = (double) smaller.cols() / picture.cols();
    double y = (double) smaller.rows() / picture.rows();
    List<Point> moved =
        points.stream()
            .map(p -> new Point((p.x() + 0.5) * x - 0.5, (p.y() + 0.5) * y - 0.5))
            .toList();
    return warp(smaller, SimilarityTransform.fit(moved, targets), scratch);
  }

  private Mat warp(Mat picture, SimilarityTransform t, Scratch scratch) {
    Mat matrix = new Mat(2, 3, CV_64F);
    DoubleBuffer rows = matrix.createBuffer();
    rows.put(new double[] {t.a(), -t.b(), t.tx(), t.b(), t.a(), t.ty()});
    Mat aligned = scratch.face();
    warpAffine(
        picture,
        aligned,
        matrix,
        new Size(width, height),
        INTER_LINEAR,
        BORDER_CONSTANT,
        new Scalar(0, 0, 0, 0));
    return aligned;
  }
}
