package io.hall24.kiosk.ui;

import io.hall24.device.Frame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Cuts, mirrors and scales pictures of the camera to the size of the preview, so that the screen
 * draws them one to one. Not for two threads at a time.
 */
public final class MirrorPicture {
  private static final int OPAQUE = 0xFF000000;
  private static final int ONE = 256;

  private final int width;
  private final int height;
  private byte[] bgr = new byte[0];

  /**
   * Of one preview.
   *
   * @param width pixels
   * @param height pixels
   */
  public MirrorPicture(int width, int height) {
    this.width = width;
    this.height = height;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * Draws a frame: the largest part from its middle that has the preview's shape, bilinear.
   *
   * @param argb {@code width * height} pixels, rows top down
   */
  public void draw(Frame frame, int[] argb) {
    take(frame);
    double scale = Math.min((double) frame.width() / width, (double) frame.height() / height);
    double left = (frame.width() - width * scale) / 2;
    double top = (frame.height() - height * scale) / 2;
    int[] columns = new int[width];
    int[] weights = new int[width];
    for (int x = 0; x < width; x++) {
      double source = clamp(left + (width - 1 - x + 0.5) * scale - 0.5, frame.width() - 2);
      int column = (int) source;
      columns[x] = column * 3;
      weights[x] = (int) ((source - column) * ONE);
    }
    for (int y = 0; y < height; y++) {
      double source = clamp(top + (y + 0.5) * scale - 0.5, frame.height() - 2);
      int line = (int) source;
      int row = line * frame.width() * 3;
      int weight = (int) ((source - line) * ONE);
      drawRow(argb, y * width, row, row + frame.width() * 3, weight, columns, weights);
    }
  }

  private void take(Frame frame) {
    int size = Math.toIntExact(frame.bgr().byteSize());
    if (bgr.length != size) {
      wipe();
      bgr = new byte[size];
    }
    MemorySegment.copy(frame.bgr(), ValueLayout.JAVA_BYTE, 0, bgr, 0, size);
  }

  private static double clamp(double value, int most) {
    return Math.max(0, Math.min(most, value));
  }

  private void drawRow(
      int[] argb, int at, int upper, int lower, int weight, int[] columns, int[] weights) {
    for (int x = 0; x < width; x++) {
      int a = upper + columns[x];
      int b = lower + columns[x];
      int w = weights[x];
      int blue = mix(a, b, w, weight);
      int green = mix(a + 1, b + 1, w, weight);
      int red = mix(a + 2, b + 2, w, weight);
      argb[at + x] = OPAQUE | (red << 16) | (green << 8) | blue;
    }
  }

  private int mix(int a, int b, int across, int down) {
    int up = (bgr[a] & 0xFF) * (ONE - across) + (bgr[a + 3] & 0xFF) * across;
    int low = (bgr[b] & 0xFF) * (ONE - across) + (bgr[b + 3] & 0xFF) * across;
    return (up * (ONE - down) + low * down) >> 16;
  }

  /** Overwrites what is left of the last frame. */
  public void wipe() {
    Arrays.fill(bgr, (byte) 0);
  }
}
