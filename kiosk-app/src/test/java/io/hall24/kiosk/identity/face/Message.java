package io.hall24.kiosk.identity.face;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message of protocol buffers while it is written, and those that the ONNX format has. */
final class Message {
  private static final int VARINT = 0;
  private static final int LENGTH = 2;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** What a net takes or gives: a tensor of floats. */
  static Message value(String name, int... sizes) {
    Message shape = new Message();
    for (int size : sizes) {
      shape.message(1, new Message().number(1, size));
    }
    Message tensor = new Message().number(1, 1).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  static Message node(String operator, List<String> from, String to) {
    Message node = new Message();
    from.forEach(name -> node.text(1, name));
    return node.text(2, to).text(4, operator);
  }

  static Message attribute(String name, int... values) {
    Message attribute = new Message().text(1, name);
    for (int value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  /** A constant. */
  static Message floats(String name, float[] numbers, int... sizes) {
    ByteBuffer raw = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      raw.putFloat(number);
    }
    return constant(name, 1, raw.array(), sizes);
  }

  /** A constant list of whole numbers. */
  static Message integers(String name, int... numbers) {
    ByteBuffer raw = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      raw.putLong(number);
    }
    return constant(name, 7, raw.array(), numbers.length);
  }

  private static Message constant(String name, int type, byte[] raw, int... sizes) {
    Message tensor = new Message();
    for (int size : sizes) {
      tensor.number(1, size);
    }
    return tensor.number(2, type).text(8, name).block(9, raw);
  }

  /** A file with this graph. */
  static byte[] model(Message graph) {
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 11))
        .bytes();
  }

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
