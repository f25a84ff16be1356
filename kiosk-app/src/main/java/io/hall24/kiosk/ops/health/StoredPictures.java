package io.hall24.kiosk.ops.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for what must not be: pictures, as chips and cameras make them, among a terminal's own
 * files. Counts by what files begin with, not by their names.
 */
final class StoredPictures {
  /** JPEG; JPEG 2000 as a file (ISO/IEC 15444-1 I.5.1) and as a codestream (A.4.1). */
  private static final List<String> BEGINNINGS = List.of("ffd8ff", "0000000c6a502020", "ff4fff51");

  private static final int ENOUGH = 8;

  private StoredPictures() {}

  /** How many lie directly in the directory and among its keys; demo worlds below are not ours. */
  static long count(Path data) throws IOException {
    return countIn(data) + countIn(data.resolve("keys"));
  }

  private static long countIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    long found = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found += isPicture(file) ? 1 : 0;
      }
    }
    return found;
  }

  private static boolean isPicture(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = HexFormat.of().formatHex(in.readNBytes(ENOUGH));
      return BEGINNINGS.stream().anyMatch(beginning::startsWith);
    }
  }
}
