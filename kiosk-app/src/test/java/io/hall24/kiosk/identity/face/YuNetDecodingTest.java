package io.hall24.kiosk.identity.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.FaceModelSet;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * YuNet's outputs, decoded beside OpenCV's own decoder of them (FaceDetectorYN) on nets of random
 * weights. The published weights are not needed for that, and were not at hand.
 */
class YuNetDecodingTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 256;
  private static final double LEAST = 0.3;

  @TempDir Path folder;

  /** One row of an answer: left, top, width, height, score. */
  private record Row(double left, double top, double width, double height, double score) {
    private static final Comparator<Row> ORDER =
        Comparator.comparingDouble(Row::score)
            .thenComparingDouble(Row::left)
            .thenComparingDouble(Row::top);
  }

  private FaceModels models(byte[] net, int width, int height) throws Exception {
    for (FaceModel model : FaceModel.values()) {
      Path usual = OpenFaceDesk.data().resolve("models").resolve(model.fileName());
      Files.createSymbolicLink(folder.resolve(model.fileName()), usual);
    }
    Files.write(folder.resolve("cells.onnx"), net);
    Files.writeString(
        folder.resolve(FaceModelSet.FILE),
        """
        detector:
          kind: yunet
          file: cells.onnx
          sha256: %s
          width: %d
          height: %d
          colours: bgr
          mean: 0
          scale: 1
          least: %s
        """
            .formatted(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(net)),
                width,
                height,
                LEAST));
    return assertInstanceOf(FaceModels.Loading.Loaded.class, FaceModels.load(folder)).models();
  }

  private static Mat picture() {
    Mat read = opencv_imgcodecs.imread(OpenFaceDesk.portrait("fezbot").toString());
    Mat scaled = new Mat();
    opencv_imgproc.resize(read, scaled, new Size(WIDTH, HEIGHT));
    return scaled;
  }

  private List<Row> byOpenCv(Path net, Mat picture) {
    try (FaceDetectorYN judge =
        FaceDetectorYN.create(
            net.toString(), "", new Size(WIDTH, HEIGHT), (float) LEAST, 1, 100_000, 0, 0)) {
      Mat faces = new Mat();
      judge.detect(picture, faces);
      FloatBuffer numbers = faces.createBuffer();
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < faces.rows(); i++) {
        int at = i * faces.cols();
        rows.add(
            new Row(
                numbers.get(at),
                numbers.get(at + 1),
                numbers.get(at + 2),
                numbers.get(at + 3),
                numbers.get(at + faces.cols() - 1)));
      }
      return rows;
    }
  }

  private static List<Row> byHouse(FaceModels models, Mat picture) {
    var decoding = BoxDecoding.of(models.detector());
    try (Scratch scratch = new Scratch();
        OnnxNet net = new OnnxNet(models.content(FaceModel.DETECT), decoding.outputs())) {
      Mat blob = Pixels.blob(picture, models.detector().input(), scratch);
      return decoding.boxes(net.run(blob, scratch), models.detector()).stream()
          .map(found ->
              new Row(
                  found.box().left(),
                  found.box().top(),
                  found.box().width(),
                  found.box().height(),
                  found.score()))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5})
  void everyCandidateLiesWhereOpenCvSeesIt(long seed) throws Exception {
    FaceModels models = models(CellNet.onnx(WIDTH, HEIGHT, seed), WIDTH, HEIGHT);
    Mat picture = picture();
    List<Row> expected =
        byOpenCv(folder.resolve("cells.onnx"), picture).stream().sorted(Row.ORDER).toList();
    List<Row> found = byHouse(models, picture).stream().sorted(Row.ORDER).toList();
    assertTrue(expected.size() > 50, "candidates " + expected.size());
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      Row judge = expected.get(i);
      Row row = found.get(i);
      assertEquals(judge.score(), row.score(), 1e-5);
      assertTrue(
          found.stream()
              .anyMatch(it ->
                  Math.abs(it.left() - judge.left()) < 0.01
                      && Math.abs(it.top() - judge.top()) < 0.01
                      && Math.abs(it.width() - judge.width()) < 0.01
                      && Math.abs(it.height() - judge.height()) < 0.01),
          () -> judge + " is not among the found");
    }
  }

  @Test
  void aNetForAnotherPictureSizeIsSaid() throws Exception {
    FaceModels models = models(CellNet.onnx(WIDTH, HEIGHT, 1), 640, 640);
    try (FaceDetector detector = new FaceDetector(models);
        Scratch scratch = new Scratch()) {
      Mat grey = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, new Scalar(9, 9, 9, 0));
      assertThrows(IllegalArgumentException.class, () -> detector.detect(grey, scratch));
    }
  }

  @Test
  void theSurestFaceIsFoundInPixelsOfThePicture() throws Exception {
    FaceModels models = models(CellNet.onnx(WIDTH, HEIGHT, 2), WIDTH, HEIGHT);
    Mat picture = picture();
    Row surest =
        byOpenCv(folder.resolve("cells.onnx"), picture).stream()
            .max(Comparator.comparingDouble(Row::score))
            .orElseThrow();
    Mat twice = new Mat();
    opencv_imgproc.resize(
        picture, twice, new Size(2 * WIDTH, 2 * HEIGHT), 0, 0, opencv_imgproc.INTER_NEAREST);
    try (FaceDetector detector = new FaceDetector(models);
        Scratch scratch = new Scratch()) {
      Box found = detector.detect(twice, scratch).getFirst().box();
      assertEquals(2 * surest.left(), found.left(), 0.1);
      assertEquals(2 * surest.width(), found.width(), 0.1);
    }
  }
}
