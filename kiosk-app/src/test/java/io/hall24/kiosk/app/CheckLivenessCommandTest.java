package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLivenessCommandTest {
  private static final Path PORTRAIT = OpenFaceDesk.portrait("fezbot");
  @TempDir Path folder;

  @Test
  void scoresEachPictureAndTheirMedian() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    CommandRun run = CommandRun.of("check-liveness", PORTRAIT, text, "--json");
    assertTrue(run.exit() == 0 || run.exit() == 1, run.toString());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size());
    JsonNode portrait = new ObjectMapper().readTree(lines.get(0));
    assertTrue(portrait.get("live").asDouble() > 0 && portrait.get("live").asDouble() <= 1);
    assertEquals("unknown-format", new ObjectMapper().readTree(lines.get(1)).get("error").asText());
    JsonNode median = new ObjectMapper().readTree(lines.get(2));
    assertEquals(portrait.get("live").asDouble(), median.get("median").asDouble());
    assertEquals(run.exit() == 0, median.get("live").asBoolean());
  }

  @Test
  void verdictFollowsTheOperatorsThreshold() {
    CommandRun strict = CommandRun.of("check-liveness", PORTRAIT, "--min", "0.99999999");
    CommandRun lax = CommandRun.of("check-liveness", PORTRAIT, "--min", "0.00000001");
    assertTrue(strict.ended(ExitCode.NEGATIVE), strict.toString());
    assertTrue(lax.ended(ExitCode.SUCCESS), lax.toString());
    assertTrue(lax.out().contains("not calibrated"), lax.out());
  }

  @Test
  void withoutAFaceThereIsNoAnswer() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    CommandRun run = CommandRun.of("check-liveness", text);
    assertEquals(ExitCode.USAGE.number(), run.exit());
  }
}
