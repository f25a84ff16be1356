package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

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
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final double MIN_SCORE = 0.65;
  private static final double MAX_OVERLAP = 0.4;

  private final OnnxNet net;

  FaceDetector(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.DETECT), "scores", "boxes");
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
    double ratio = Math.min((double) WIDTH / picture.cols(), (double) HEIGHT / picture.rows());
    Mat blob = Pixels.blob(letterbox(picture, ratio, scratch), 1 / 128.0, 127, true, scratch);
    MatVector outputs = net.run(blob, scratch);
    return distinct(candidates(outputs, ratio));
  }

  private static Mat letterbox(Mat picture, double ratio, Scratch scratch) {
    int width = Math.clamp(Math.round(picture.cols() * ratio), 1, WIDTH);
    int height = Math.clamp(Math.round(picture.rows() * ratio), 1, HEIGHT);
    Mat scaled = scratch.face();
    resize(picture, scaled, new Size(width, height), 0, 0, ratio < 1 ? INTER_AREA : INTER_LINEAR);
    Mat canvas = scratch.face();
    copyMakeBorder(
        scaled,
        canvas,
        0,
        HEIGHT - height,
        0,
        WIDTH - width,
        BORDER_CONSTANT,
        new Scalar(0, 0, 0, 0));
    return canvas;
  }

  private static List<Detection> candidates(MatVector outputs, double ratio) {
    FloatBuffer scores = OnnxNet.numbers(outputs.get(0));
    FloatBuffer boxes = OnnxNet.numbers(outputs.get(1));
    double x = WIDTH / ratio;
    double y = HEIGHT / ratio;
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < scores.remaining() / 2; i++) {
      double score = scores.get(2 * i + 1);
      if (score >= MIN_SCORE) {
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
