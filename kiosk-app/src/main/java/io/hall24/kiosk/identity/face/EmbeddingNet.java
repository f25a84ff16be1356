package io.hall24.kiosk.identity.face;

import io.hall24.config.FaceModelSet.Recogniser;
import io.hall24.device.ErasableMemory;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes the template of an aligned face. */
final class EmbeddingNet implements AutoCloseable {
  private final OnnxNet net;
  private final Recogniser recogniser;
  private final String algorithm;

  EmbeddingNet(FaceModels models) {
    recogniser = models.recogniser();
    algorithm = models.algorithm();
    net = new OnnxNet(models.content(FaceModel.FEATURE), recogniser.output());
  }

  /** Side of the aligned square that it wants, in pixels. */
  int side() {
    return recogniser.input().width();
  }

  FaceTemplate embed(Mat aligned, ErasableMemory memory, Scratch scratch) {
    return FaceTemplate.normalised(run(aligned, scratch), algorithm, memory);
  }

  /** What the net makes of a picture, before anything is done with it. */
  FloatBuffer run(Mat aligned, Scratch scratch) {
    Mat blob = Pixels.blob(aligned, recogniser.input(), scratch);
    FloatBuffer numbers = OnnxNet.numbers(net.run(blob, scratch).get(0));
    if (numbers.remaining() != recogniser.size()) {
      throw new IllegalArgumentException(
          recogniser.input().file()
              + " gives templates of "
              + numbers.remaining()
              + " numbers instead of "
              + recogniser.size());
    }
    return numbers;
  }

  @Override
  public void close() {
    net.close();
  }
}
