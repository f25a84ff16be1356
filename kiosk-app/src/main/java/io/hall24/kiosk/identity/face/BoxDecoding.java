package io.hall24.kiosk.identity.face;

import io.hall24.config.FaceModelSet.Detector;
import io.hall24.config.FaceModelSet.Outputs;
import io.hall24.kiosk.identity.face.FaceDetector.Detection;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.MatVector;

/** How boxes are read out of what a detector gives. */
sealed interface BoxDecoding {
  static BoxDecoding of(Detector detector) {
    return switch (detector.outputs()) {
      case Outputs.Boxes(var scores, var boxes) -> new Ready(scores, boxes);
      case Outputs.YuNet() -> new Cells();
    };
  }

  /** Names of the outputs that it needs, in its order. */
  String[] outputs();

  /** Every candidate that is likely enough, in pixels of the net's input. */
  List<Detection> boxes(MatVector outputs, Detector detector);

  /** Boxes that the net has decoded already. */
  record Ready(String scoresName, String boxesName) implements BoxDecoding {
    @Override
    public String[] outputs() {
      return new String[] {scoresName, boxesName};
    }

    @Override
    public List<Detection> boxes(MatVector outputs, Detector detector) {
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
      int x = detector.input().width();
      int y = detector.input().height();
      List<Detection> found = new ArrayList<>();
      for (int i = 0; i < scores.remaining() / 2; i++) {
        double score = scores.get(2 * i + 1);
        if (score >= detector.least()) {
          int at = 4 * i;
          found.add(
              new Detection(
                  new Box(
                      boxes.get(at) * x,
                      boxes.get(at + 1) * y,
                      boxes.get(at + 2) * x,
                      boxes.get(at + 3) * y),
                  score));
        }
      }
      return found;
    }
  }

  /**
   * YuNet (Wu, Peng, Yu: "YuNet: A Tiny Millisecond-level Face Detector", 2023), without anchors:
   * each cell of three grids tells how likely a face is, how far its middle lies from the cell's
   * corner, in cells, and the logarithms of its width and height, in cells. The score is the
   * geometric mean of class and objectness.
   */
  record Cells() implements BoxDecoding {
    private static final List<Integer> WIDTHS = List.of(8, 16, 32);

    @Override
    public String[] outputs() {
      return Stream.of("cls_", "obj_", "bbox_")
          .flatMap(name -> WIDTHS.stream().map(width -> name + width))
          .toArray(String[]::new);
    }

    @Override
    public List<Detection> boxes(MatVector outputs, Detector detector) {
      List<Detection> found = new ArrayList<>();
      for (int grid = 0; grid < WIDTHS.size(); grid++) {
        collect(
            WIDTHS.get(grid),
            OnnxNet.numbers(outputs.get(grid)),
            OnnxNet.numbers(outputs.get(grid + WIDTHS.size())),
            OnnxNet.numbers(outputs.get(grid + 2L * WIDTHS.size())),
            detector,
            found);
      }
      return found;
    }

    private static void collect(
        int cell,
        FloatBuffer classes,
        FloatBuffer objectness,
        FloatBuffer boxes,
        Detector detector,
        List<Detection> found) {
      int columns = detector.input().width() / cell;
      int cells = columns * (detector.input().height() / cell);
      if (classes.remaining() != cells
          || objectness.remaining() != cells
          || boxes.remaining() != 4 * cells) {
        throw new IllegalArgumentException(
            detector.input().file()
                + " gives "
                + classes.remaining()
                + " scores for cells of "
                + cell
                + " pixels; expected "
                + cells);
      }
      for (int i = 0; i < cells; i++) {
        double score = Math.sqrt(share(classes.get(i)) * share(objectness.get(i)));
        if (score >= detector.least()) {
          double x = (i % columns + boxes.get(4 * i)) * cell;
          double y = (Math.floorDiv(i, columns) + boxes.get(4 * i + 1)) * cell;
          double halfWidth = Math.exp(boxes.get(4 * i + 2)) * cell / 2;
          double halfHeight = Math.exp(boxes.get(4 * i + 3)) * cell / 2;
          found.add(
              new Detection(
                  new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), score));
        }
      }
    }

    private static double share(double given) {
      return Math.clamp(given, 0.0, 1.0);
    }
  }
}
