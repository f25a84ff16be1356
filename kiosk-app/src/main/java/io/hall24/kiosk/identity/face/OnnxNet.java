package io.hall24.kiosk.identity.face;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** One net: named outputs for one input blob. */
final class OnnxNet implements AutoCloseable {
  private final Net net;
  private final StringVector outputs;
  private final List<String> names;

  /**
   * Reads a net.
   *
   * @throws IllegalArgumentException when it is none that can be read
   */
  OnnxNet(byte[] onnx, String... outputs) {
    try (BytePointer bytes = new BytePointer(onnx)) {
      this.net = opencv_dnn.readNetFromONNX(bytes, onnx.length);
    } catch (RuntimeException notRead) {
      throw new IllegalArgumentException("no ONNX net that can be read: " + cause(notRead));
    }
    this.names = List.of(outputs);
    this.outputs = new StringVector(outputs);
  }

  /** The library's own words are many lines; the first says what is wrong. */
  private static String cause(RuntimeException failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Runs the net; the outputs live as long as the scratch, in the order of their names.
   *
   * @throws IllegalArgumentException when the net takes no such input or has no such outputs
   */
  MatVector run(Mat blob, Scratch scratch) {
    MatVector results = new MatVector();
    try {
      net.setInput(blob);
      net.forward(results, outputs);
    } catch (RuntimeException notRun) {
      throw new IllegalArgumentException(
          "the net has no outputs " + names + " for this input: " + cause(notRun));
    }
    return scratch.faces(results);
  }

  /** The numbers of a blob, in memory order. */
  static FloatBuffer numbers(Mat blob) {
    return new FloatPointer(blob.data()).capacity(blob.total()).asBuffer();
  }

  /** The share of one class after softmax over all numbers of an output. */
  static double softmax(FloatBuffer logits, int index) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logits.remaining(); i++) {
      greatest = Math.max(greatest, logits.get(i));
    }
    double sum = 0;
    for (int i = 0; i < logits.remaining(); i++) {
      sum += Math.exp(logits.get(i) - greatest);
    }
    return Math.exp(logits.get(index) - greatest) / sum;
  }

  @Override
  public void close() {
    outputs.close();
    net.close();
  }
}
