package io.hall24.device.page;

import io.hall24.device.Frame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A grey picture of a page: personal data on the heap for as short a time as possible, zeroed by
 * {@link #close()}.
 */
public final class GreyPicture implements AutoCloseable {
  private static final int WHITE = 255;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * Takes over the array.
   *
   * @param pixels {@code height * width} bytes, rows top down, 0 black to 255 white
   */
  public GreyPicture(int width, int height, byte[] pixels) {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(width + "x" + height + " in " + pixels.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** A camera's picture in grey (ITU-R BT.601). */
  public static GreyPicture of(Frame frame) {
    byte[] grey = new byte[frame.width() * frame.height()];
    MemorySegment bgr = frame.bgr();
    for (int i = 0; i < grey.length; i++) {
      int blue = bgr.get(ValueLayout.JAVA_BYTE, 3L * i) & 0xFF;
      int green = bgr.get(ValueLayout.JAVA_BYTE, 3L * i + 1) & 0xFF;
      int red = bgr.get(ValueLayout.JAVA_BYTE, 3L * i + 2) & 0xFF;
      grey[i] = (byte) ((29 * blue + 150 * green + 77 * red) >> 8);
    }
    return new GreyPicture(frame.width(), frame.height(), grey);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /** Between the pixels; white outside. */
  double at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
      return WHITE;
    }
    double right = x - left;
    double below = y - top;
    double upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    double lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return upper * (1 - below) + lower * below;
  }

  /**
   * The same, turned about its centre; nothing is cut off.
   *
   * @param degrees clockwise
   */
  GreyPicture turned(double degrees) {
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int wide = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
    int high = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
    byte[] turned = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        double fromX = x - wide / 2.0;
        double fromY = y - high / 2.0;
        turned[y * wide + x] =
            (byte)
                Math.round(
                    at(
                        cos * fromX + sin * fromY + width / 2.0,
                        cos * fromY - sin * fromX + height / 2.0));
      }
    }
    return new GreyPicture(wide, high, turned);
  }

  /** The same with half the pixels each way. */
  GreyPicture halved() {
    int wide = width / 2;
    int high = height / 2;
    byte[] half = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int sum =
            at(2 * x, 2 * y)
                + at(2 * x + 1, 2 * y)
                + at(2 * x, 2 * y + 1)
                + at(2 * x + 1, 2 * y + 1);
        half[y * wide + x] = (byte) (sum / 4);
      }
    }
    return new GreyPicture(wide, high, half);
  }

  @Override
  public void close() {
    Arrays.fill(pixels, (byte) 0);
  }
}
