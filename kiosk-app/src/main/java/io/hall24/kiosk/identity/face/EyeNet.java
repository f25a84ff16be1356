package io.hall24.kiosk.identity.face;

import org.bytedeco.opencv.opencv_core.Mat;

/** Tells whether the eyes are closed; a turned head or lowered gaze looks closed to it too. */
final class EyeNet implements AutoCloseable {
  private static final int SIDE = 24;
  private static final int CLOSED = 0;
  private final OnnxNet net;

  EyeNet(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.EYE), "output");
  }

  /** How sure it is that both eyes are closed, 0 to 1: that of the eye that looks more open. */
  double bothClosed(Mat picture, Landmarks landmarks, Scratch scratch) {
    return Math.min(
        closed(picture, landmarks.leftEyeSquare(), scratch),
        closed(picture, landmarks.rightEyeSquare(), scratch));
  }

  private double closed(Mat picture, Box eye, Scratch scratch) {
    Mat part = Pixels.cut(picture, Pixels.clip(eye, picture), SIDE, scratch);
    Mat blob = Pixels.blob(Pixels.grey(part, scratch), 1 / 255.0, 0, false, scratch);
    return OnnxNet.softmax(OnnxNet.numbers(net.run(blob, scratch).get(0)), CLOSED);
  }

  @Override
  public void close() {
    net.close();
  }
}
