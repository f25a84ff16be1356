package io.hall24.device.escpos;

/** Black dots on white, eight a byte, the left one in the highest bit. */
final class DotPicture {
  private static final int BITS = 8;
  private final int width;
  private final int height;
  private final int stride;
  private final byte[] dots;

  /** A white picture. */
  DotPicture(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = (width + BITS - 1) / BITS;
    this.dots = new byte[stride * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Bytes a row. */
  int stride() {
    return stride;
  }

  void blacken(int x, int y) {
    dots[y * stride + x / BITS] |= (byte) (0x80 >> x % BITS);
  }

  boolean black(int x, int y) {
    return (dots[y * stride + x / BITS] & 0x80 >> x % BITS) != 0;
  }

  /** The bytes of some rows, a copy. */
  byte[] rows(int from, int count) {
    return java.util.Arrays.copyOfRange(dots, from * stride, (from + count) * stride);
  }
}
