package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journal.AppendResult.NotRecorded;
import io.hall24.kiosk.journal.AppendResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real file system that fills up, and on one that becomes read-only; runs in a namespace of
 * its own.
 */
@Tag("fault")
class FullDiskTest {
  private static final int KIB = 1024;
  @TempDir Path directory;
  private JournalWorkshop workshop;

  @BeforeEach
  void mountASmallDisk() throws Exception {
    run("mount", "-t", "tmpfs", "-o", "size=2m", "hall24-small", directory.toString());
    workshop = new JournalWorkshop(directory);
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "--lazy", directory.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor(), String.join(" ", command));
  }

  @Test
  void aFullDiskRefusesEventsKeepsWhatItHasAndGoesOnWhenThereIsSpace() throws Exception {
    Path filler = directory.resolve("filler");
    try (Journal journal = workshop.open(new NoteProjection(1))) {
      durable(journal.append(new Note.Sheet("before")));
      Files.write(
          filler, new byte[Math.toIntExact(directory.toFile().getUsableSpace() - 64 * KIB)]);
      long recorded = 1;
      AppendResult<?> result = journal.append(new Note.Sheet("while it fills"));
      while (result instanceof AppendResult.Durable) {
        recorded++;
        assertTrue(recorded < 1_000, "a disk of 2 MiB does not fill");
        result = journal.append(new Note.Sheet("while it fills"));
      }
      assertEquals(Reason.DISK_FULL, assertInstanceOf(NotRecorded.class, result).reason());
      assertEquals(recorded, journal.head().sequence());
      assertEquals(recorded, NoteProjection.texts(journal).size());
      Files.delete(filler);
      assertEquals(recorded + 1, durable(journal.append(new Note.Sheet("after"))).sequence());
    }
    assertInstanceOf(VerifyReport.Intact.class, workshop.verify());
  }

  @Test
  void aReadOnlyFileSystemIsNotOpenedAndNothingIsLost() throws Exception {
    var vault = workshop.vault();
    try (Journal journal = workshop.open(vault)) {
      durable(journal.append(new Note.Sheet("before")));
    }
    run("mount", "-o", "remount,ro", directory.toString());
    assertInstanceOf(
        OpenResult.Unwritable.class, workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of()));
    run("mount", "-o", "remount,rw", directory.toString());
    try (Journal journal = workshop.open(vault)) {
      assertEquals(1, journal.head().sequence());
    }
  }
}
