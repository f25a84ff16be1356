package io.hall24.device;

import java.lang.foreign.MemorySegment;

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
}
