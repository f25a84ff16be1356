package io.hall24.kiosk.journal;

/** What came of opening a journal. Details are for the log, in English. */
public sealed interface OpenResult {
  record Opened(Journal journal) implements OpenResult {}

  /**
   * The record is not what was written. Nothing was changed; people decide what happens.
   *
   * @param sequence of the first broken event; 0 when the file itself cannot be read
   */
  record Damaged(long sequence, String why) implements OpenResult {}

  /** Sound, but not this terminal's: other terminal, other suite, other keys. */
  record Foreign(String why) implements OpenResult {}

  /** Written by a newer version of this program, which alone may go on with it. */
  record Newer(String why) implements OpenResult {}

  /** Another process, or another journal in this one, owns the data directory. */
  record InUse(String why) implements OpenResult {}

  /** The place cannot be written: permissions, read-only file system, full disk. */
  record Unwritable(String why) implements OpenResult {}
}
