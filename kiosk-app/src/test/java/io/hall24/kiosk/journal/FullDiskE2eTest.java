package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.journal.AppendResult.Durable;
import io.hall24.kiosk.journal.AppendResult.NotRecorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real file systems that are full or read-only, mounted for a child in a namespace of its own. */
@Tag("e2e")
class FullDiskE2eTest {
  private static final String BALLAST = "ballast";
  @TempDir Path directory;

  @Test
  void aFullDiskIsAResultAndTheJournalGoesOnOnceThereIsRoom() throws Exception {
    assertEquals(
        List.of("DISK_FULL", "recorded", "intact"),
        child("mount -t tmpfs -o size=3m tmpfs \"$1\"", FillsTheDisk.class));
  }

  @Test
  void aReadOnlyPlaceIsUnwritableAndTheJournalThereCanBeVerified() throws Exception {
    JournalWorkshop workshop = new JournalWorkshop(directory);
    try (Journal journal = workshop.open()) {
      durable(journal.append(new Note.Wish("x")));
    }
    assertEquals(
        List.of("unwritable", "intact"),
        child(
            "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\"", OpensReadOnly.class));
  }

  private List<String> child(String mount, Class<?> program)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "unshare",
                "-rm",
                "sh",
                "-ec",
                mount + "; exec \"$2\" --enable-native-access=ALL-UNNAMED -cp \"$3\" \"$4\" \"$1\"",
                "sh",
                directory.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                program.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.lines().toList();
  }

  private static String verdict(JournalWorkshop workshop, KeyVault vault) {
    VerifyReport report =
        new JournalVerifier(workshop.place())
            .verify(workshop.place().database(), Optional.of(vault));
    return report instanceof VerifyReport.Intact ? "intact" : report.toString();
  }

  /** Appends until the disk is full, makes room and appends again. */
  static final class FillsTheDisk {
    private FillsTheDisk() {}

    public static void main(String[] arguments) throws IOException {
      JournalWorkshop workshop = new JournalWorkshop(Path.of(arguments[0]));
      KeyVault vault = workshop.vault();
      Path ballast = Path.of(arguments[0], BALLAST);
      Files.write(ballast, new byte[1 << 20]);
      try (Journal journal = workshop.open(vault)) {
        long recorded = 0;
        AppendResult<?> last = journal.append(new Note.Sheet("x".repeat(10_000)));
        while (last instanceof Durable) {
          recorded++;
          last = journal.append(new Note.Sheet("x".repeat(10_000)));
        }
        System.out.println(last instanceof NotRecorded<?> refused ? refused.reason() : last);
        assertTrue(recorded > 10);
        assertEquals(recorded, journal.head().sequence());
        Files.delete(ballast);
        AppendResult<?> again = journal.append(new Note.Sheet("there is room"));
        System.out.println(again instanceof Durable ? "recorded" : again);
        assertEquals(recorded + 1, journal.head().sequence());
      }
      System.out.println(verdict(workshop, vault));
    }
  }

  /** Opens a journal where nothing can be written. */
  static final class OpensReadOnly {
    private OpensReadOnly() {}

    public static void main(String[] arguments) {
      JournalWorkshop workshop = new JournalWorkshop(Path.of(arguments[0]));
      KeyVault vault = workshop.vault();
      OpenResult result = workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of());
      System.out.println(result instanceof OpenResult.Unwritable ? "unwritable" : result);
      System.out.println(verdict(workshop, vault));
    }
  }
}
