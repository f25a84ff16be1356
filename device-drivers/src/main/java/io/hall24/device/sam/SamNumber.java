package io.hall24.device.sam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The number of a security module: two halves of 16 bits and three of 32, least byte first. */
final class SamNumber {
  static final int LENGTH = 16;

  private SamNumber() {}

  /**
   * As printed on readers, e.g. {@code 05.01-20210101-0000012345-0000067890}. Vendors differ in the
   * width of the last part.
   */
  static String of(ByteBuffer bytes) {
    ByteBuffer number = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return "%02d.%02d-%d-%010d-%010d"
        .formatted(
            Short.toUnsignedInt(number.getShort()),
            Short.toUnsignedInt(number.getShort()),
            Integer.toUnsignedLong(number.getInt()),
            Integer.toUnsignedLong(number.getInt()),
            Integer.toUnsignedLong(number.getInt()));
  }
}
