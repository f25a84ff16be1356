package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;

/** Something that a process did to the files below a directory; paths are relative to that. */
sealed interface DiskAct {
  /** A file was opened that need not have been there. */
  record Create(String file) implements DiskAct {}

  record MakeDirectory(String directory) implements DiskAct {}

  record Write(String file, long offset, Bytes content) implements DiskAct {}

  record Truncate(String file, long size) implements DiskAct {}

  /** Of a file's content, or of the names in a directory. */
  record Sync(String path) implements DiskAct {}

  record Rename(String from, String to) implements DiskAct {}

  record Delete(String file) implements DiskAct {}

  /** The process told the world something; from here on the world relies on it. */
  record Say(String line) implements DiskAct {}
}
