package io.hall24.kiosk.journal;

import java.nio.charset.StandardCharsets;

/** Events for these tests: one type a retention class. */
sealed interface Note extends Event {
  String text();

  record Wish(String text) implements Note {}

  record Operation(String text) implements Note {}

  record Sheet(String text) implements Note {}

  /** Codec of one of them. */
  record Codec<E extends Note>(Class<E> type, String name, RetentionClass retention, Make<E> make)
      implements EventCodec<E> {
    /** Makes an event of its text. */
    interface Make<E> {
      E of(String text);
    }

    @Override
    public int version() {
      return 3;
    }

    @Override
    public byte[] encode(E event) {
      return event.text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public E decode(int version, byte[] bytes) {
      return make.of(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  static java.util.List<EventCodec<?>> codecs() {
    return java.util.List.of(
        new Codec<>(Wish.class, "note.wish", RetentionClass.VISIT, Wish::new),
        new Codec<>(Operation.class, "note.operation", RetentionClass.OPERATION, Operation::new),
        new Codec<>(Sheet.class, "note.sheet", RetentionClass.ISSUANCE, Sheet::new));
  }
}
