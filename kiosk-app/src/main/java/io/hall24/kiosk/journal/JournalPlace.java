package io.hall24.kiosk.journal;

import java.nio.file.Path;

/**
 * Where a terminal keeps its journal.
 *
 * @param directory the data directory; one process at a time owns it
 * @param nativeLibraries where SQLite's native library is unpacked: fixed and executable, because
 *     {@code /tmp} may be mounted noexec and fills up with copies
 */
public record JournalPlace(Path directory, Path nativeLibraries) {
  /** Everything below one directory. */
  public static JournalPlace in(Path directory) {
    return new JournalPlace(directory, directory.resolve("native"));
  }

  /** The database. */
  public Path database() {
    return directory.resolve("journal.db");
  }

  /** Locked by the process that owns the directory. */
  public Path lockFile() {
    return directory.resolve("hall24.lock");
  }
}
