package io.hall24.kiosk.identity.face;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** Estimates which way a head is turned. */
final class PoseNet implements AutoCloseable {
  private static final int SIDE = 224;
  private static final double MARGIN = 0.25;
  private static final double DEGREES_A_BIN = 3;
  private static final double FIRST_BIN_DEGREES = -99;

  /** ImageNet's mean and deviation of red, green and blue, of values from 0 to 1. */
  private static final List<double[]> RED_GREEN_BLUE =
      List.of(
          new double[] {0.485, 0.229}, new double[] {0.456, 0.224}, new double[] {0.406, 0.225});

  private final OnnxNet net;

  PoseNet(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.POSE), "output", "617", "618");
  }

  HeadPose estimate(Mat picture, Box face, Scratch scratch) {
    Mat part = Pixels.cut(picture, Pixels.clip(face.widened(MARGIN), picture), SIDE, scratch);
    Mat blob = Pixels.blob(part, 1 / 255.0, 0, true, scratch);
    normalise(blob);
    MatVector outputs = net.run(blob, scratch);
    return new HeadPose(degrees(outputs, 0), degrees(outputs, 1), degrees(outputs, 2));
  }

  private static void normalise(Mat blob) {
    FloatBuffer values = OnnxNet.numbers(blob);
    int plane = SIDE * SIDE;
    for (int channel = 0; channel < RED_GREEN_BLUE.size(); channel++) {
      double mean = RED_GREEN_BLUE.get(channel)[0];
      double deviation = RED_GREEN_BLUE.get(channel)[1];
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        values.put(i, (float) ((values.get(i) - mean) / deviation));
      }
    }
  }

  private static double degrees(MatVector outputs, int output) {
    FloatBuffer logits = OnnxNet.numbers(outputs.get(output));
    double bin = 0;
    for (int i = 0; i < logits.remaining(); i++) {
      bin += i * OnnxNet.softmax(logits, i);
    }
    return bin * DEGREES_A_BIN + FIRST_BIN_DEGREES;
  }

  @Override
  public void close() {
    net.close();
  }
}
