package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child that appends is killed without warning: what it had acknowledged is there. */
class CrashTest {
  private static final int KILLS = 5;

  /** Begins what the child says; libraries chat on the same stream. */
  private static final String MARK = "recorded ";

  @TempDir Path directory;

  @Test
  void everyAcknowledgedAppendSurvivesAKilledProcess() throws Exception {
    Random random = new Random(42);
    JournalWorkshop workshop = new JournalWorkshop(directory);
    workshop.vault();
    long before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = before;
      try (Child child = new Child(directory)) {
        child.awaitAcknowledgement();
        acknowledged = child.killAfter(1 + random.nextInt(60));
      }
      assertInstanceOf(VerifyReport.Intact.class, workshop.verify());
      try (Journal journal = workshop.open(new NoteProjection(1))) {
        long head = journal.head().sequence();
        assertTrue(
            head == acknowledged || head == acknowledged + 1,
            "acknowledged " + acknowledged + ", found " + head);
        assertEquals(head, NoteProjection.texts(journal).size(), "before or after, for both");
        assertEquals(head, journal.events(1, Note.Sheet.class).count());
        before = head;
      }
    }
    assertTrue(before >= KILLS);
  }

  @Test
  void anotherProcessCannotOpenTheSameDirectory() throws Exception {
    JournalWorkshop workshop = new JournalWorkshop(directory);
    var vault = workshop.vault();
    try (Child child = new Child(directory)) {
      child.awaitAcknowledgement();
      assertInstanceOf(
          OpenResult.InUse.class, workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of()));
      assertInstanceOf(
          VerifyReport.Intact.class,
          workshop.verify(),
          "a journal that another process is writing can be verified");
      child.killAfter(1);
    }
    workshop.open(vault).close();
  }

  /** A JVM that appends in a loop and says so, one line an append. */
  private static final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Child(Path directory) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xshare:auto",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Appender.class.getName(),
                  directory.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    long awaitAcknowledgement() throws IOException {
      String line = out.readLine();
      while (line != null && !line.startsWith(MARK)) {
        line = out.readLine();
      }
      assertTrue(line != null, "the child ended by itself");
      return numberIn(line);
    }

    private static long numberIn(String line) {
      return Long.parseLong(line.substring(MARK.length()));
    }

    /** Kills it after some more appends; returns the last one that it had acknowledged. */
    long killAfter(int appends) throws IOException, InterruptedException {
      long last = 0;
      for (int i = 0; i < appends; i++) {
        last = awaitAcknowledgement();
      }
      // Not through Process itself, which would close the pipe over what is still in it.
      process.toHandle().destroyForcibly();
      process.waitFor();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = numberIn(line);
      }
      return last;
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      out.close();
    }
  }

  /** The child's program. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] arguments) {
      Journal journal = new JournalWorkshop(Path.of(arguments[0])).open(new NoteProjection(1));
      while (true) {
        System.out.println(MARK + durable(journal.append(new Note.Sheet("sheet"))).sequence());
        System.out.flush();
      }
    }
  }
}
