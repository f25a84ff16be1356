package io.hall24.kiosk.identity.face;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The inferences of one card photo, one frame and their comparison, and nothing else: no picture is
 * decoded, cut, scaled or measured. The floor of a decision, for measuring what stands on it.
 * Belongs to the thread that made it.
 */
public final class BareInferences implements AutoCloseable {
  private final List<OnnxNet> nets = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Scratch inputs = new Scratch();

  private record Turn(OnnxNet net, Mat input) {}

  public BareInferences(FaceModels models) {
    // As the engine does.
    opencv_core.setNumThreads(1);
    var detector = models.detector();
    int width = detector.input().width();
    int height = detector.input().height();
    int side = models.recogniser().input().width();
    var detect = net(models, FaceModel.DETECT, BoxDecoding.of(detector).outputs());
    var landmark = net(models, FaceModel.LANDMARK, "output");
    var eye = net(models, FaceModel.EYE, "output");
    var feature = net(models, FaceModel.FEATURE, models.recogniser().output());
    for (int picture = 0; picture < 2; picture++) {
      turns.add(new Turn(detect, input(width, height, opencv_core.CV_8UC3)));
      turns.add(new Turn(landmark, input(64, 64, opencv_core.CV_8UC1)));
      turns.add(new Turn(eye, input(24, 24, opencv_core.CV_8UC1)));
      turns.add(new Turn(eye, input(24, 24, opencv_core.CV_8UC1)));
      turns.add(new Turn(feature, input(side, side, opencv_core.CV_8UC3)));
    }
    turns.add(
        new Turn(net(models, FaceModel.LIVENESS, "output"), input(128, 128, opencv_core.CV_8UC3)));
  }

  private OnnxNet net(FaceModels models, FaceModel model, String... outputs) {
    OnnxNet net = new OnnxNet(models.content(model), outputs);
    nets.add(net);
    return net;
  }

  private Mat input(int width, int height, int type) {
    return Pixels.blob(Mat.zeros(height, width, type).asMat(), 1 / 128.0, 127, false, inputs);
  }

  /** Runs them all once. */
  public void run() {
    for (Turn turn : turns) {
      try (Scratch scratch = new Scratch()) {
        turn.net.run(turn.input, scratch);
      }
    }
  }

  @Override
  public void close() {
    nets.forEach(OnnxNet::close);
    inputs.close();
  }
}
