package io.hall24.kiosk.journal;

/**
 * What came of an append. A full or failing disk is expected in the field, so it is a result and no
 * exception; {@link Journal#append} is annotated so that the compiler refuses callers who drop it.
 * Whoever is not given {@link Durable} must not touch the outside world.
 *
 * @param <T> what was recorded
 */
public sealed interface AppendResult<T> {
  /** On the disk. */
  record Durable<T>(T recorded) implements AppendResult<T> {}

  /**
   * Not known to be on the disk.
   *
   * @param detail for the log, in English, without content
   */
  record NotRecorded<T>(Reason reason, String detail) implements AppendResult<T> {}

  /** Why nothing was recorded. */
  enum Reason {
    /** No space: certainly not recorded; may be tried again when there is. */
    DISK_FULL,
    /** The file system has become read-only: certainly not recorded. */
    READ_ONLY,
    /** The key that the content must be sealed under cannot be written or read. */
    NO_KEY,
    /**
     * The disk failed while writing. Whether the event is there shows only when the journal is
     * opened again; until then this journal takes nothing more.
     */
    STORAGE_FAILED,
    /** The journal has been closed. */
    CLOSED
  }
}
