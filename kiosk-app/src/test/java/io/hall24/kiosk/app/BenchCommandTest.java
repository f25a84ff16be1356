package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private static JsonNode json(String line) {
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Test
  void withoutANameItListsWhatItCanMeasure() {
    CommandRun run = CommandRun.of("bench");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("journal  "), run.out());
  }

  @Test
  void anUnknownNameIsWrongInput() {
    CommandRun run = CommandRun.of("bench", "patience");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("known: journal"), run.err());
  }

  /**
   * Small, so that its figures mean nothing; but every event arrives, and nothing is left lying.
   */
  @Test
  void aSmallJournalIsDrainedExactlyOnceThroughABadRegistry(@TempDir Path disk) throws IOException {
    CommandRun run =
        CommandRun.of("bench", "journal", "--size", "300", "--on", disk.toString(), "--json");
    List<JsonNode> lines = run.out().lines().map(BenchCommandTest::json).toList();
    assertEquals(
        1,
        lines.stream()
            .filter(line -> line.path("criterion").asText().equals("events not there exactly once"))
            .filter(line -> line.get("holds").asBoolean() && line.get("value").asInt() == 0)
            .count(),
        run.out() + run.err());
    assertTrue(
        lines.stream()
            .filter(line -> line.has("medianMs"))
            .allMatch(line -> line.get("p95Ms").asDouble() >= line.get("medianMs").asDouble()));
    try (Stream<Path> left = Files.list(disk)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
