package io.hall24.device.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the bytes of an answer (RFC 8010, 3.1). Its frame is walked over before the library sees
 * it, so that a truncated or bottomlessly nested answer ends here and not deep inside.
 */
final class IppAnswer {
  private static final int HEADER = 8;
  private static final int END_OF_ATTRIBUTES = 0x03;
  private static final int FIRST_VALUE_TAG = 0x10;
  private static final int BEGIN_COLLECTION = 0x34;
  private static final int END_COLLECTION = 0x37;
  private static final int DEEPEST = 16;

  private final byte[] bytes;
  private int position = HEADER;
  private int depth;

  private IppAnswer(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What an answer turned out to be. */
  sealed interface Reading {
    /** It is IPP. */
    record Understood(IppPacket packet) implements Reading {}

    /** It is not, and why. */
    record Malformed(String flaw) implements Reading {}
  }

  /**
   * Reads an answer.
   *
   * @param requestId of the question that it must answer
   */
  static Reading read(byte[] bytes, int requestId) {
    return new IppAnswer(bytes)
        .flaw()
        .<Reading>map(Reading.Malformed::new)
        .orElseGet(() -> decode(bytes, requestId));
  }

  private static Reading decode(byte[] bytes, int requestId) {
    try (var stream = new IppInputStream(new ByteArrayInputStream(bytes))) {
      IppPacket packet = stream.readPacket();
      if (packet.getRequestId() != requestId) {
        return new Reading.Malformed(
            "answers request " + packet.getRequestId() + " instead of " + requestId);
      }
      return new Reading.Understood(packet);
    } catch (IOException | RuntimeException unreadable) {
      return new Reading.Malformed("unreadable attributes: " + unreadable);
    }
  }

  private Optional<String> flaw() {
    if (bytes.length < HEADER) {
      return Optional.of("only " + bytes.length + " bytes");
    }
    if (bytes[0] != 1 && bytes[0] != 2) {
      return Optional.of("IPP version " + bytes[0]);
    }
    while (position < bytes.length) {
      int tag = bytes[position++] & 0xff;
      if (tag == END_OF_ATTRIBUTES) {
        return depth == 0 ? Optional.empty() : Optional.of("a collection does not end");
      }
      if (tag >= FIRST_VALUE_TAG && !(skipNameAndValue() && nest(tag))) {
        return Optional.of("broken attribute before byte " + position);
      }
    }
    return Optional.of("ends without end-of-attributes");
  }

  private boolean skipNameAndValue() {
    for (int field = 0; field < 2; field++) {
      if (position + 2 > bytes.length) {
        return false;
      }
      int length = (bytes[position] & 0xff) << 8 | (bytes[position + 1] & 0xff);
      position += 2 + length;
    }
    return position <= bytes.length;
  }

  private boolean nest(int tag) {
    if (tag == BEGIN_COLLECTION) {
      depth++;
    } else if (tag == END_COLLECTION) {
      depth--;
    }
    return depth >= 0 && depth <= DEEPEST;
  }
}
