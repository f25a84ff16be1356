package io.hall24.kiosk.journal;

/** What came of reading a journal's file. */
public sealed interface FileReading<T> {
  record Read<T>(T value) implements FileReading<T> {}

  /**
   * No journal, or none that can be read.
   *
   * @param why in English
   */
  record Unreadable<T>(String why) implements FileReading<T> {}
}
