package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.hall24.config.FaceModelSet.Detector;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Finds the faces in a picture. */
final class FaceDetector implements AutoCloseable {
  private static final double MAX_OVERLAP = 0.4;

  private final OnnxNet net;
  private final Detector detector;
  private final int width;
  private final int height;

  FaceDetector(FaceModels models) {
    detector = models.detector();
    width = detector.input().width();
    height = detector.input().height();
    net = new OnnxNet(models.content(FaceModel.DETECT), detector.scores(), detector.boxes());
  }

  /**
   * One face.
   *
   * @param box in pixels of the picture
   * @param score how sure the net is, 0 to 1
   */
  record Detection(Box box, double score) {}

  /** Every face, surest first; each face once. */
  List<Detection> detect(Mat picture, Scratch scratch) {
    double ratio = Math.min((double) width / picture.cols(), (double) height / picture.rows());
    Mat blob = Pixels.blob(letterbox(picture, ratio, scratch), detector.input(), scratch);
    MatVector outputs = net.run(blob, scratch);
    return distinct(candidates(outputs, ratio));
  }

  private Mat letterbox(Mat picture, double ratio, Scratch scratch) {
    int filledWidth = Math.clamp(Math.round(picture.cols() * ratio), 1, width);
    int filledHeight = Math.clamp(Math.round(picture.rows() * ratio), 1, height);
    Mat scaled = scratch.face();
    resize(
        picture,
        scaled,
        new Size(filledWidth, filledHeight),
        0,
        0,
        ratio < 1 ? INTER_AREA : INTER_LINEAR);
    Mat canvas = scratch.face();
    copyMakeBorder(
        scaled,
        canvas,
        0,
        height - filledHeight,
        0,
        width - filledWidth,
        BORDER_CONSTANT,
        new Scalar(0, 0, 0, 0));
    return canvas;
  }

  private List<Detection> candidates(MatVector outputs, double ratio) {
    FloatBuffer scores = OnnxNet.numbers(outputs.get(0));
    FloatBuffer boxes = OnnxNet.numbers(outputs.get(1));
    if (boxes.remaining() != 2 * scores.remaining()) {
      throw new IllegalArgumentException(
          detector.input().file()
              + " gives "
              + scores.remaining()
              + " scores and "
              + boxes.remaining()
              + " numbers of boxes; expected two and four a candidate");
    }
    double x = width / ratio;
    double y = height / ratio;
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < scores.remaining() / 2; i++) {
      double score = scores.get(2 * i + 1);
      if (score >= detector.least()) {
        int at = 4 * i;
        Box box =
            new Box(
                boxes.get(at) * x,
                boxes.get(at + 1) * y,
                boxes.get(at + 2) * x,
                boxes.get(at + 3) * y);
        if (box.area() > 0) {
          found.add(new Detection(box, score));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Detection::score).reversed());
    return found;
  }

  /** Non-maximum suppression: of overlapping boxes only the surest stays. */
  static List<Detection> distinct(List<Detection> surestFirst) {
    List<Detection> kept = new ArrayList<>();
    for (Detection candidate : surestFirst) {
      if (kept.stream().noneMatch(k -> k.box().overlap(candidate.box()) > MAX_OVERLAP)) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  @Override
  public void close() {
    net.close();
  }
}
