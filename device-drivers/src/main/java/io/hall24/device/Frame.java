package io.hall24.device;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One picture of a camera.
 *
 * @param sequence counts from 0 since the camera was opened
 * @param capturedAtNanos monotonic time
 * @param width pixels
 * @param height pixels
 * @param bgr {@code height * width * 3} bytes, rows top down without padding, blue, green, red
 */
public record Frame(long sequence, long capturedAtNanos, int width, int height, MemorySegment bgr) {
  public Frame {
    if (bgr.byteSize() != 3L * width * height) {
      throw new IllegalArgumentException(width + "x" + height + " in " + bgr.byteSize() + " bytes");
    }
  }

  /**
   * The same in grey values, rows top down: a copy, which whoever asks overwrites where it shows a
   * person.
   */
  public byte[] grey() {
    byte[] grey = new byte[width * height];
    for (int at = 0; at < grey.length; at++) {
      int green = bgr.get(ValueLayout.JAVA_BYTE, 3L * at + 1) & 0xFF;
      int red = bgr.get(ValueLayout.JAVA_BYTE, 3L * at + 2) & 0xFF;
      grey[at] = (byte) ((green * 2 + red) / 3);
    }
    return grey;
  }
}
