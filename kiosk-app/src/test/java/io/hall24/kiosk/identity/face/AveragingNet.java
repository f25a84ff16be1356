package io.hall24.kiosk.identity.face;

import java.util.List;

/**
 * A recogniser that is not ours, written byte by byte as the ONNX format (protocol buffers) wants
 * it: means of squares of 8 by 8 pixels, as one row.
 */
final class AveragingNet {
  private static final int SQUARE = 8;

  private AveragingNet() {}

  /** How many numbers it gives for a picture of that side. */
  static int size(int side) {
    return 3 * (side / SQUARE) * (side / SQUARE);
  }

  static byte[] onnx(int side) {
    Message pool =
        Message.node("AveragePool", List.of("picture"), "pooled")
            .message(5, Message.attribute("kernel_shape", SQUARE, SQUARE))
            .message(5, Message.attribute("strides", SQUARE, SQUARE));
    Message flat =
        Message.node("Flatten", List.of("pooled"), "averages")
            .message(5, new Message().text(1, "axis").number(3, 1).number(20, 2));
    Message graph =
        new Message()
            .message(1, pool)
            .message(1, flat)
            .text(2, "averaging")
            .message(11, Message.value("picture", 1, 3, side, side))
            .message(12, Message.value("averages", 1, size(side)));
    return Message.model(graph);
  }
}
