package io.hall24.kiosk.ui.voice;

import io.hall24.device.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads WAV (RIFF, Multimedia Programming Interface and Data Specifications 1.0): PCM, one channel,
 * 16 bits. A program that writes to a pipe cannot know the length before; data then goes to the
 * end.
 */
final class WavSound {
  private static final int TAG = 4;
  private static final int CHUNK = 8;
  private static final int PCM = 1;
  private static final int FORMAT = 16;
  private static final int BITS = 16;

  private WavSound() {}

  /** The sound in a file; empty when it is no such file. */
  static Optional<Sound> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < TAG + CHUNK || !tag(in).equals("RIFF")) {
      return Optional.empty();
    }
    in.getInt();
    if (!tag(in).equals("WAVE")) {
      return Optional.empty();
    }
    int rate = 0;
    while (in.remaining() >= CHUNK) {
      String tag = tag(in);
      long told = Integer.toUnsignedLong(in.getInt());
      int length = (int) Math.min(told, in.remaining());
      if (tag.equals("data")) {
        return rate == 0 ? Optional.empty() : Optional.of(sound(in, rate, length));
      }
      if (tag.equals("fmt ")) {
        rate = rate(in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN));
      }
      in.position(Math.min(in.limit(), in.position() + length + length % 2));
    }
    return Optional.empty();
  }

  private static String tag(ByteBuffer in) {
    byte[] tag = new byte[TAG];
    in.get(tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }

  /** Samples a second; 0 for a format that is not understood. */
  private static int rate(ByteBuffer format) {
    if (format.remaining() < FORMAT || format.getShort() != PCM || format.getShort() != 1) {
      return 0;
    }
    int rate = format.getInt();
    format.getInt();
    format.getShort();
    return format.getShort() == BITS && rate >= 8_000 && rate <= 48_000 ? rate : 0;
  }

  private static Sound sound(ByteBuffer in, int rate, int length) {
    short[] samples = new short[length / Short.BYTES];
    in.asShortBuffer().get(samples);
    return new Sound(rate, samples);
  }
}
