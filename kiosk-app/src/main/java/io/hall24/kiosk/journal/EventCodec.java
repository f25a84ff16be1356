package io.hall24.kiosk.journal;

/**
 * Turns one type of event into bytes and back. The journal stores name, version and bytes and
 * understands none of them.
 *
 * @param <E> the type of event
 */
public interface EventCodec<E extends Event> {
  Class<E> type();

  /** Stable name in the journal and on the wire, e.g. {@code issuance.granted}. */
  String name();

  /** Version of the encoding that {@link #encode} writes, from 1. */
  int version();

  RetentionClass retention();

  byte[] encode(E event);

  /**
   * Reads any version that was ever written.
   *
   * @throws IllegalArgumentException for bytes that no version writes
   */
  E decode(int version, byte[] bytes);
}
