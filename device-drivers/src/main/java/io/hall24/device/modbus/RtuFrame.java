package io.hall24.device.modbus;

import java.util.Arrays;

/** Frames of Modbus over serial line (specification V1.02, 2.5.1; CRC in its appendix B). */
final class RtuFrame {
  private static final int POLYNOMIAL = 0xA001;
  private static final int BYTE = 0xFF;
  private static final int BITS = 8;

  private RtuFrame() {}

  /** A unit's address, a function and its data, with the checksum behind them. */
  static byte[] of(int unit, int function, int... data) {
    byte[] frame = new byte[data.length + 4];
    frame[0] = (byte) unit;
    frame[1] = (byte) function;
    for (int i = 0; i < data.length; i++) {
      frame[i + 2] = (byte) data[i];
    }
    int crc = crc(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> BITS);
    return frame;
  }

  /** Whether the last two bytes are the checksum of those before them. */
  static boolean intact(byte[] frame) {
    int crc = crc(frame, frame.length - 2);
    return (frame[frame.length - 2] & BYTE) == (crc & BYTE)
        && (frame[frame.length - 1] & BYTE) == crc >> BITS;
  }

  /** The data of a frame, without address, function and checksum. */
  static byte[] data(byte[] frame) {
    return Arrays.copyOfRange(frame, 2, frame.length - 2);
  }

  private static int crc(byte[] bytes, int count) {
    int crc = 0xFFFF;
    for (int i = 0; i < count; i++) {
      crc ^= bytes[i] & BYTE;
      for (int bit = 0; bit < BITS; bit++) {
        crc = (crc & 1) != 0 ? (crc >> 1) ^ POLYNOMIAL : crc >> 1;
      }
    }
    return crc;
  }
}
