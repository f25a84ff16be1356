package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.hall24.config.FaceModelSet.Detector;
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
  private final BoxDecoding decoding;
  private final int width;
  private final int height;

  FaceDetector(FaceModels models) {
    detector = models.detector();
    decoding = BoxDecoding.of(detector);
    width = detector.input().width();
    height = detector.input().height();
    net = new OnnxNet(models.content(FaceModel.DETECT), decoding.outputs());
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
    return decoding.boxes(outputs, detector).stream()
        .map(found ->
            new Detection(
                new Box(
                    found.box().left() / ratio,
                    found.box().top() / ratio,
                    found.box().right() / ratio,
                    found.box().bottom() / ratio),
                found.score()))
        .filter(found -> found.box().area() > 0)
        .sorted(Comparator.comparingDouble(Detection::score).reversed())
        .toList();
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
