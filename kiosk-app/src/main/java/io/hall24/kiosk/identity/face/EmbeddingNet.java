package io.hall24.kiosk.identity.face;

import io.hall24.device.ErasableMemory;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes the template of an aligned face. */
final class EmbeddingNet implements AutoCloseable {
  private final OnnxNet net;

  EmbeddingNet(FaceModels models) {
    net = new OnnxNet(models.content(FaceModel.FEATURE), "output");
  }

  FaceTemplate embed(Mat aligned, ErasableMemory memory, Scratch scratch) {
    Mat blob = Pixels.blob(aligned, 1 / 128.0, 127, false, scratch);
    return FaceTemplate.normalised(OnnxNet.numbers(net.run(blob, scratch).get(0)), memory);
  }

  @Override
  public void close() {
    net.close();
  }
}
