package io.hall24.device.sam;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds answers in what comes over the line: {@code AA AA AA 96 69}, two bytes of length (high
 * first; of all that follows), three status bytes, data, and the exclusive or of everything between
 * preamble and checksum. Whatever is not such a packet is passed over byte by byte, so that noise
 * before, between or within packets costs no more than the packets that it hits.
 */
final class PacketScanner {
  /** An answer with text, photo and fingerprints. */
  static final int LONGEST = 4 + 6 + 256 + 1024 + 1024;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEAD = PREAMBLE.length + 2;
  private static final int STATUS = 3;
  private static final int SHORTEST = STATUS + 1;
  private static final int MOST_AT_ONCE = 4_096;

  private final byte[] buffer = new byte[HEAD + LONGEST + MOST_AT_ONCE];
  private int start;
  private int end;

  /**
   * Takes bytes. Between two calls {@link #next()} has to be asked until it is empty.
   *
   * @param count how many of them, at most 4096
   */
  void add(byte[] bytes, int count) {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    System.arraycopy(bytes, 0, buffer, end, count);
    end += count;
  }

  /** The next whole and undamaged answer, valid until {@link #add} or {@link #wipe}. */
  Optional<SamAnswer> next() {
    while (true) {
      seekPreamble();
      if (end - start < HEAD) {
        return Optional.empty();
      }
      int length = unsigned(start + PREAMBLE.length) << 8 | unsigned(start + PREAMBLE.length + 1);
      if (length < SHORTEST || length > LONGEST) {
        start++;
      } else if (end - start < HEAD + length) {
        return Optional.empty();
      } else if (!agrees(start + PREAMBLE.length, start + HEAD + length - 1)) {
        start++;
      } else {
        int status = start + HEAD;
        start = status + length;
        return Optional.of(
            new SamAnswer(
                unsigned(status + 2),
                ByteBuffer.wrap(buffer, status + STATUS, length - SHORTEST).slice()));
      }
    }
  }

  /** How many bytes the answer still lacks whose length is known; 0 when none is. */
  int missing() {
    if (end - start < HEAD) {
      return 0;
    }
    int length = unsigned(start + PREAMBLE.length) << 8 | unsigned(start + PREAMBLE.length + 1);
    return Math.max(0, HEAD + length - (end - start));
  }

  /** Whether nothing is left that could be the beginning of an answer. */
  boolean isEmpty() {
    return start == end;
  }

  private void seekPreamble() {
    while (start < end && !preambleBegins()) {
      start++;
    }
  }

  /** Also the part of a preamble that the end of what came so far allows. */
  private boolean preambleBegins() {
    int there = Math.min(PREAMBLE.length, end - start);
    return Arrays.equals(buffer, start, start + there, PREAMBLE, 0, there);
  }

  private boolean agrees(int from, int checksum) {
    int sum = 0;
    for (int i = from; i < checksum; i++) {
      sum ^= buffer[i];
    }
    return (byte) sum == buffer[checksum];
  }

  private int unsigned(int at) {
    return buffer[at] & 0xFF;
  }

  /** Forgets everything; nothing of a card stays in the memory. */
  void wipe() {
    Arrays.fill(buffer, (byte) 0);
    start = 0;
    end = 0;
  }
}
