package io.hall24.kiosk.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database that cannot be this terminal's record, moved out of the way with its log: into a
 * directory beside it that is named by the time and the reason. It can be examined there like any
 * copy, and put back.
 *
 * @param directory where the files are now
 * @param journalId of that record, as far as it can be read
 */
public record SetAside(Path directory, Optional<String> journalId) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Why it cannot be the record. */
  public enum Reason {
    /** It is not what was written. */
    DAMAGED,
    /** Another terminal's, another suite's, or without its keys. */
    FOREIGN;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Moves it. A power cut on the way leaves the rest to be set aside by the next start.
   *
   * @param now by the wall clock
   * @throws IOException when somebody uses the journal, or the disk refuses
   */
  public static SetAside move(JournalPlace place, Reason reason, Instant now) throws IOException {
    try (DirectoryLock _ = DirectoryLock.take(place).orElseThrow(() -> inUse(place))) {
      Optional<String> journalId = journalId(place);
      Path target = target(place.directory(), STAMP.format(now) + "-" + reason.word());
      // The log goes last: alone it is taken for damage, while a database without it would pass.
      for (String suffix : new String[] {"", "-shm", "-wal"}) {
        Path file = place.database().resolveSibling("journal.db" + suffix);
        if (Files.exists(file)) {
          Files.move(file, target.resolve("journal.db" + suffix), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      sync(target);
      sync(place.directory());
      return new SetAside(target, journalId);
    }
  }

  private static IOException inUse(JournalPlace place) {
    return new IOException(place.lockFile() + " is locked");
  }

  private static Optional<String> journalId(JournalPlace place) {
    return switch (new JournalFile(place, place.database()).status()) {
      case FileReading.Read<JournalStatus>(var status) -> Optional.of(status.head().journalId());
      case FileReading.Unreadable<JournalStatus> _ -> Optional.empty();
    };
  }

  /** A new directory; a second one of the same second gets a number. */
  private static Path target(Path directory, String name) throws IOException {
    Path first = directory.resolve("journal-set-aside-" + name);
    Path target =
        Stream.iterate(1, number -> number + 1)
            .map(number -> number == 1 ? first : first.resolveSibling(first + "-" + number))
            .filter(free -> !Files.exists(free))
            .findFirst()
            .orElseThrow();
    return Files.createDirectory(target);
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
