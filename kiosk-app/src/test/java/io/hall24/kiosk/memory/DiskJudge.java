package io.hall24.kiosk.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Searches files: database, logs, spool, receipts, whatever lies there. */
public final class DiskJudge {
  private static final int PIECE = 1 << 16;

  private DiskJudge() {}

  /**
   * What of it is there: labels, and in which file.
   *
   * @param except is not looked into
   */
  public static List<String> found(Path directory, Path except, Secrets secrets)
      throws IOException {
    ByteSearch search = new ByteSearch(secrets);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(at -> !at.startsWith(except)).toList()) {
        for (String label : in(file, search)) {
          found.add(label + " in " + directory.relativize(file));
        }
      }
    }
    return found;
  }

  private static List<String> in(Path file, ByteSearch search) throws IOException {
    List<String> found = new ArrayList<>();
    byte[] piece = new byte[PIECE + search.overlap()];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(piece, kept, PIECE);
          read > 0;
          read = in.readNBytes(piece, kept, PIECE)) {
        int length = kept + read;
        found.addAll(search.in(piece, length));
        kept = Math.min(search.overlap(), length);
        System.arraycopy(piece, length - kept, piece, 0, kept);
      }
    }
    return found;
  }
}
