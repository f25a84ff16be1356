package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut while the log was being written: its end is missing or noise. The next start finds
 * the journal as it was before or after an append, never in between.
 */
class PowerCutTest {
  private static final int TOGETHER = 3;
  private static final int APPENDS = 12;
  private static final int CUTS = 40;
  @TempDir Path directory;
  @TempDir Path afterwards;

  @Test
  void aTornLogLeavesEveryAppendWholeOrAbsent() throws IOException {
    Random random = new Random(99);
    JournalWorkshop workshop = new JournalWorkshop(directory);
    Set<Long> heads = new HashSet<>();
    try (Journal journal = workshop.open(new NoteProjection(1))) {
      for (int i = 0; i < APPENDS; i++) {
        durable(
            journal.appendAll(
                java.util.Collections.nCopies(TOGETHER, new Note.Sheet("sheet " + i))));
      }
      for (int cut = 0; cut < CUTS; cut++) {
        JournalWorkshop torn = new JournalWorkshop(afterwards.resolve("cut" + cut));
        copy(torn.directory());
        tear(torn.directory().resolve("journal.db-wal"), random);
        heads.add(headOf(torn));
      }
    }
    assertTrue(heads.size() > 3, "the cuts fell at different places: " + heads);
  }

  private static long headOf(JournalWorkshop torn) {
    try (Journal journal = torn.open(new NoteProjection(1))) {
      long head = journal.head().sequence();
      assertEquals(0, head % TOGETHER, "events that were appended together");
      assertEquals(head, NoteProjection.texts(journal).size());
      assertEquals(head + 1, durable(journal.append(new Note.Sheet("next"))).sequence());
      return head;
    } finally {
      assertInstanceOf(VerifyReport.Intact.class, torn.verify());
    }
  }

  /** The database, its log and the keys, as a disk would have them; shared memory is lost. */
  private void copy(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = target.resolve(directory.relativize(file));
      if (!file.toString().endsWith("-shm")) {
        Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  private static void tear(Path log, Random random) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(log.toFile(), "rw")) {
      long end = (long) (random.nextDouble() * access.length());
      byte[] noise = new byte[(int) (access.length() - end)];
      random.nextBytes(noise);
      access.setLength(end);
      if (random.nextBoolean()) {
        access.seek(end);
        access.write(noise);
      }
    }
  }
}
