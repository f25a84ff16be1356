package io.hall24.kiosk.identity.face;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * The native memory of one question to the nets: freed at the end, and before that zeroed wherever
 * it held a part of a face.
 */
final class Scratch implements AutoCloseable {
  private final PointerScope scope = new PointerScope();
  private final List<Mat> faces = new ArrayList<>();

  /** An empty picture that will hold part of a face. */
  Mat face() {
    return face(new Mat());
  }

  /** Takes over a picture that holds part of a face. */
  Mat face(Mat picture) {
    faces.add(picture);
    return picture;
  }

  /** Takes over the outputs of a net. */
  MatVector faces(MatVector outputs) {
    for (long i = 0; i < outputs.size(); i++) {
      faces.add(outputs.get(i));
    }
    return outputs;
  }

  @Override
  public void close() {
    try {
      faces.forEach(Scratch::zero);
    } finally {
      scope.close();
    }
  }

  // Only pictures that own their pixels are taken over, and those lie in one piece.
  private static void zero(Mat picture) {
    if (!picture.empty() && picture.isContinuous()) {
      Pointer.memset(picture.data(), 0, picture.total() * picture.elemSize());
    }
  }
}
