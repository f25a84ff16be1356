package io.hall24.kiosk.identity.face;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

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
        node("AveragePool", "picture", "pooled")
            .message(5, squares("kernel_shape"))
            .message(5, squares("strides"));
    Message flat =
        node("Flatten", "pooled", "averages")
            .message(5, new Message().text(1, "axis").number(3, 1).number(20, 2));
    Message graph =
        new Message()
            .message(1, pool)
            .message(1, flat)
            .text(2, "averaging")
            .message(11, value("picture", 1, 3, side, side))
            .message(12, value("averages", 1, size(side)));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 11))
        .bytes();
  }

  private static Message node(String operator, String from, String to) {
    return new Message().text(1, from).text(2, to).text(4, operator);
  }

  private static Message squares(String name) {
    return new Message().text(1, name).number(8, SQUARE).number(8, SQUARE).number(20, 7);
  }

  private static Message value(String name, int... sizes) {
    Message shape = new Message();
    for (int size : sizes) {
      shape.message(1, new Message().number(1, size));
    }
    Message tensor = new Message().number(1, 1).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message of protocol buffers while it is written. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      varint(field << 3 | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return block(field, text.getBytes(StandardCharsets.US_ASCII));
    }

    Message message(int field, Message inner) {
      return block(field, inner.bytes());
    }

    private Message block(int field, byte[] content) {
      varint(field << 3 | LENGTH);
      varint(content.length);
      out.writeBytes(content);
      return this;
    }

    private void varint(int value) {
      int rest = value;
      while (rest >= 0x80) {
        out.write((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
