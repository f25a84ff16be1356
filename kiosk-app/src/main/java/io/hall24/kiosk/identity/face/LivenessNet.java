package io.hall24.kiosk.identity.face;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * A passive presentation attack score. It ranks live faces above a telephone held up, on the little
 * data there was; its number is not calibrated and no conformance to ISO/IEC 30107-3 is claimed.
 */
final class LivenessNet implements AutoCloseable {
  private static final int SIDE = 128;
  private static final double SURROUNDINGS = 2.2;
  private static final int LIVE = 0;
  private final OnnxNet net;

  LivenessNet(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.LIVENESS), "output");
  }

  /** 0 (attack) to 1 (live). */
  double live(Mat picture, Box face, Scratch scratch) {
    Mat part = Pixels.cut(picture, surroundings(face.squared(), picture), SIDE, scratch);
    Mat blob = Pixels.blob(part, 1, 0, false, scratch);
    return OnnxNet.softmax(OnnxNet.numbers(net.run(blob, scratch).get(0)), LIVE);
  }

  // The net knows faces with what is around them: shifted inside the picture, never padded.
  private static Rect surroundings(Box face, Mat picture) {
    double fits =
        Math.min((picture.rows() - 1) / face.height(), (picture.cols() - 1) / face.width());
    double side = face.height() * Math.min(SURROUNDINGS, fits);
    double left = Math.clamp(face.centre().x() - side / 2, 0, picture.cols() - side);
    double top = Math.clamp(face.centre().y() - side / 2, 0, picture.rows() - side);
    return Pixels.clip(new Box(left, top, left + side, top + side), picture);
  }

  @Override
  public void close() {
    net.close();
  }
}
