package io.hall24.kiosk.identity.face;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Finds the 68 points of a detected face. */
final class LandmarkNet implements AutoCloseable {
  private static final int SIDE = 64;
  private final OnnxNet net;

  LandmarkNet(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.LANDMARK), "output");
  }

  Landmarks locate(Mat picture, Box face, Scratch scratch) {
    Rect part = Pixels.clip(face.squared(), picture);
    Mat grey = Pixels.grey(Pixels.cut(picture, part, SIDE, scratch), scratch);
    Mat blob = Pixels.blob(grey, 1 / 256.0, 0, false, scratch);
    FloatBuffer numbers = OnnxNet.numbers(net.run(blob, scratch).get(0));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.remaining(); i += 2) {
      points.add(
          new Point(
              numbers.get(i) * part.width() + part.x(),
              numbers.get(i + 1) * part.height() + part.y()));
    }
    return new Landmarks(points);
  }

  @Override
  public void close() {
    net.close();
  }
}
