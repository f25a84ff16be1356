package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.hall24.config.FaceModelSet;
import io.hall24.config.FaceModelSet.Colours;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** What every net needs done to pixels. */
final class Pixels {
  private Pixels() {}

  /** A box in whole pixels, clipped to the picture, at least one pixel wide and high. */
  static Rect clip(Box box, Mat picture) {
    int left = Math.clamp(Math.round(box.left()), 0, picture.cols() - 1);
    int top = Math.clamp(Math.round(box.top()), 0, picture.rows() - 1);
    int right = Math.clamp(Math.round(box.right()), left + 1, picture.cols());
    int bottom = Math.clamp(Math.round(box.bottom()), top + 1, picture.rows());
    return new Rect(left, top, right - left, bottom - top);
  }

  /** A part of the picture, scaled to a square. */
  static Mat cut(Mat picture, Rect part, int side, Scratch scratch) {
    Mat scaled = scratch.face();
    resize(picture.apply(part), scaled, new Size(side, side), 0, 0, INTER_LINEAR);
    return scaled;
  }

  static Mat grey(Mat bgr, Scratch scratch) {
    Mat grey = scratch.face();
    cvtColor(bgr, grey, COLOR_BGR2GRAY);
    return grey;
  }

  /** The picture shrunk by a factor below one. */
  static Mat shrunk(Mat picture, double factor, Scratch scratch) {
    Mat smaller = scratch.face();
    Size size =
        new Size(
            Math.max(1, (int) Math.round(picture.cols() * factor)),
            Math.max(1, (int) Math.round(picture.rows() * factor)));
    resize(picture, smaller, size, 0, 0, INTER_AREA);
    return smaller;
  }

  /** The input of a net whose configuration says what it wants. */
  static Mat blob(Mat picture, FaceModelSet.Input wanted, Scratch scratch) {
    return blob(picture, wanted.scale(), wanted.mean(), wanted.colours() == Colours.RGB, scratch);
  }

  /** The net's input: {@code (p - mean) * factor}, planes in the picture's order or reversed. */
  static Mat blob(Mat picture, double factor, double mean, boolean reversed, Scratch scratch) {
    return scratch.face(
        opencv_dnn.blobFromImage(
            picture,
            factor,
            new Size(picture.cols(), picture.rows()),
            new Scalar(mean, mean, mean, 0),
            reversed,
            false,
            opencv_core.CV_32F));
  }
}
