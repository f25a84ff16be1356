package io.hall24.kiosk.fuzz;

import io.hall24.kiosk.app.RecordedEvents;
import io.hall24.kiosk.journal.EventCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Contents of the journal: the first byte chooses the type of event. */
final class CodecFuzz implements FuzzTarget {
  private final List<EventCodec<?>> codecs = RecordedEvents.codecs();

  @Override
  public void feed(byte[] input) {
    if (input.length > 0) {
      byte[] content = Arrays.copyOfRange(input, 1, input.length);
      feed(codecs.get((input[0] & 0xFF) % codecs.size()), content);
    }
  }

  private static <E extends io.hall24.kiosk.journal.Event> void feed(
      EventCodec<E> codec, byte[] content) {
    E event;
    try {
      event = codec.decode(codec.version(), content);
    } catch (IllegalArgumentException refused) {
      return;
    }
    E again = codec.decode(codec.version(), codec.encode(event));
    if (!again.equals(event)) {
      throw new IllegalStateException(codec.name() + " does not come back");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        seed(0, "{}"), seed(1, "{\"at\":\"2026-11-22T10:00:00Z\"}"), seed(2, "{\"id\":\"x\"}"));
  }

  private static byte[] seed(int which, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + bytes.length).put((byte) which).put(bytes).array();
  }
}
