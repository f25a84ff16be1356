package io.hall24.device.evdev;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes events out of what the kernel hands over: {@code struct input_event} of a 64-bit Linux
 * (kernel documentation, input/input, "Event interface"; {@code linux/input.h}) is two numbers of 8
 * bytes for the time, then type and code of 2 bytes each and a value of 4, in the machine's order.
 */
final class InputEvents {
  /** Bytes of one event. */
  static final int SIZE = 24;

  private static final int TYPE = 16;
  private static final int CODE = 18;
  private static final int VALUE = 20;
  private static final int KEY = 1;
  private static final int PRESSED = 1;

  private byte[] rest = {};

  /**
   * Codes of the keys that were pressed, in order; what a key repeats while it is held is none, nor
   * is what other controls tell.
   *
   * @param bytes whatever has come, in whatever pieces
   */
  List<Integer> pressed(byte[] bytes) {
    byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
    System.arraycopy(bytes, 0, all, rest.length, bytes.length);
    ByteBuffer events = ByteBuffer.wrap(all).order(ByteOrder.nativeOrder());
    List<Integer> codes = new ArrayList<>();
    int at = 0;
    for (; at + SIZE <= all.length; at += SIZE) {
      if (events.getShort(at + TYPE) == KEY && events.getInt(at + VALUE) == PRESSED) {
        codes.add(Short.toUnsignedInt(events.getShort(at + CODE)));
      }
    }
    rest = Arrays.copyOfRange(all, at, all.length);
    return codes;
  }
}
