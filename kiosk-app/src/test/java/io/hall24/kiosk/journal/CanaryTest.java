package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events and sealed columns say is nowhere on the disk in the clear. */
class CanaryTest {
  private static final String CANARY = "金丝雀-canary-4711";
  @TempDir Path directory;

  @Test
  void noFileHoldsTheCanaryWhileTheJournalIsOpenOrAfterwards() throws IOException {
    JournalWorkshop workshop = new JournalWorkshop(directory);
    try (Journal journal = workshop.open(new NoteProjection(1))) {
      for (int i = 0; i < 50; i++) {
        durable(journal.append(new Note.Sheet(CANARY + i)));
      }
      assertTrue(NoteProjection.texts(journal).getFirst().contains(CANARY));
      assertTrue(Files.size(directory.resolve("journal.db-wal")) > 0);
      assertEquals(List.of(), filesHolding(CANARY));
      assertEquals(2, filesHolding("note.sheet").size(), "the search itself works");
    }
    assertEquals(List.of(), filesHolding(CANARY));
  }

  private List<String> filesHolding(String text) throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (Charset charset :
          List.of(
              StandardCharsets.UTF_8,
              StandardCharsets.UTF_16LE,
              StandardCharsets.UTF_16BE,
              Charset.forName("GB18030"))) {
        if (content.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
          found.add(file.getFileName() + " " + charset);
        }
      }
    }
    return found;
  }
}
