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

  @Test
  void ratesEverySpeciesByItself() throws Exception {
    Path rendered = folder.resolve("rendered");
    CommandRun run =
        CommandRun.of("check-liveness", PORTRAIT, "--render", rendered, "--each", 1, "--json");
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    List<JsonNode> facts = new java.util.ArrayList<>();
    for (String line : run.out().lines().toList()) {
      facts.add(new ObjectMapper().readTree(line));
    }
    assertEquals(12, facts.size(), "four rules, three species");
    for (JsonNode fact : facts) {
      boolean live = fact.get("species").asText().equals("live");
      assertEquals(live ? "BPCER" : "APCER", fact.get("rate").asText());
      assertTrue(fact.get("low").asDouble() <= fact.get("share").asDouble());
      assertTrue(fact.get("share").asDouble() <= fact.get("high").asDouble());
    }
    CommandRun again = CommandRun.of("check-liveness", "--table", rendered.resolve("species.csv"));
    assertTrue(again.ended(ExitCode.SUCCESS), again.toString());
    Path faulty = Files.writeString(folder.resolve("faulty.csv"), "a.jpg\n");
    CommandRun refused = CommandRun.of("check-liveness", "--table", faulty);
    assertTrue(refused.ended(ExitCode.USAGE), refused.toString());
    assertTrue(refused.err().contains(":1: expected picture,species"), refused.err());
  }
}
