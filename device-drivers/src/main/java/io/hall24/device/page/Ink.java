package io.hall24.device.page;

import java.util.ArrayList;
import java.util.List;

/** What of a picture is ink: darker than its neighbourhood, so that shadows do not count. */
final class Ink {
  private static final int DARKER_PERCENT = 82;
  private static final int NEIGHBOURHOODS = 48;
  private static final int LOWEST = 8;
  private static final int WIDEST = 3;

  private final int width;
  private final int height;
  private final boolean[] ink;

  private Ink(int width, int height, boolean[] ink) {
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  static Ink of(GreyPicture picture) {
    int width = picture.width();
    int height = picture.height();
    long[] sums = sums(picture);
    boolean[] ink = new boolean[width * height];
    int reach = Math.max(LOWEST, width / NEIGHBOURHOODS);
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach);
      int bottom = Math.min(height, y + reach + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        long sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        long count = (long) (bottom - top) * (right - left);
        ink[y * width + x] = picture.at(x, y) * 100L * count < sum * DARKER_PERCENT;
      }
    }
    return new Ink(width, height, ink);
  }

  /** Of all above and to the left. */
  private static long[] sums(GreyPicture picture) {
    int width = picture.width();
    long[] sums = new long[(width + 1) * (picture.height() + 1)];
    for (int y = 0; y < picture.height(); y++) {
      long row = 0;
      for (int x = 0; x < width; x++) {
        row += picture.at(x, y);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  /** Patches that may be letters; the ink is used up. */
  List<Blob> blobs() {
    List<Blob> blobs = new ArrayList<>();
    int[] waiting = new int[width * height];
    for (int start = 0; start < ink.length; start++) {
      if (ink[start]) {
        Blob blob = take(start, waiting);
        if (blob.height() >= LOWEST
            && blob.height() < height / 6
            && blob.width() < WIDEST * blob.height()) {
          blobs.add(blob);
        }
      }
    }
    return blobs;
  }

  private Blob take(int start, int[] waiting) {
    int count = 0;
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    waiting[count++] = start;
    ink[start] = false;
    while (count > 0) {
      int at = waiting[--count];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int next = ny * width + nx;
          if (ink[next]) {
            ink[next] = false;
            waiting[count++] = next;
          }
        }
      }
    }
    return new Blob(left, top, right - left + 1, bottom - top + 1);
  }
}
