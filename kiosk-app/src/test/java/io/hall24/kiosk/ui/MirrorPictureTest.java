package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Frame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class MirrorPictureTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  /** Blue on the camera's left half, red on its right half. */
  private static Frame halves(Arena arena) {
    MemorySegment bgr = arena.allocate(3L * WIDTH * HEIGHT);
    for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      int channel = pixel % WIDTH < WIDTH / 2 ? 0 : 2;
      bgr.set(ValueLayout.JAVA_BYTE, 3L * pixel + channel, (byte) 200);
    }
    return new Frame(0, 0, WIDTH, HEIGHT, bgr);
  }

  @Test
  void whatIsLeftForTheCameraIsRightInTheMirror() {
    int[] argb = new int[40 * 30];
    try (Arena arena = Arena.ofConfined()) {
      new MirrorPicture(40, 30).draw(halves(arena), argb);
    }
    assertEquals(0xFFC80000, argb[15 * 40 + 5]);
    assertEquals(0xFF0000C8, argb[15 * 40 + 35]);
  }

  @Test
  void onlyTheMiddleOfAWidePictureIsShownOnANarrowPreview() {
    int[] argb = new int[10 * 48];
    try (Arena arena = Arena.ofConfined()) {
      new MirrorPicture(10, 48).draw(halves(arena), argb);
    }
    assertEquals(0xFFC80000, argb[0]);
    assertEquals(0xFF0000C8, argb[9]);
  }

  @Test
  void everyPixelIsOpaque() {
    int[] argb = new int[97 * 81];
    try (Arena arena = Arena.ofConfined()) {
      new MirrorPicture(97, 81).draw(halves(arena), argb);
    }
    assertTrue(java.util.Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xFF));
  }
}
