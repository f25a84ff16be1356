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

class CompareFacesCommandTest {
  private static final Path ONE = OpenFaceDesk.portrait("fezbot");
  private static final Path OTHER = OpenFaceDesk.portrait("christian");
  @TempDir Path folder;

  @Test
  void thePersonThemselvesIsAMatch() {
    CommandRun run = CommandRun.of("compare-faces", ONE, ONE);
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals("match: score 1.0000, threshold 0.4500", run.out().strip());
  }

  @Test
  void somebodyElseIsANegativeAnswerWithItsScore() throws Exception {
    CommandRun run = CommandRun.of("compare-faces", ONE, OTHER, "--threshold", "0.3", "--json");
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    JsonNode facts = new ObjectMapper().readTree(run.out());
    assertEquals(0.102, facts.get("score").asDouble(), 0.02);
    assertEquals(0.3, facts.get("threshold").asDouble());
    assertTrue(!facts.get("match").asBoolean() && facts.has("algorithm"));
  }

  @Test
  void tellsWhichRowOfATableWasNotCompared() throws Exception {
    Files.copy(ONE, folder.resolve("a.jpg"));
    Files.copy(OTHER, folder.resolve("b.jpg"));
    Path table = folder.resolve("pairs.csv");
    Files.writeString(table, "a.jpg,a.jpg\na.jpg,b.jpg\n");
    CommandRun whole = CommandRun.of("compare-faces", "--pairs", table);
    assertTrue(whole.ended(ExitCode.SUCCESS), whole.toString());
    List<String> lines = whole.out().lines().toList();
    assertEquals("a,b,score,match,error", lines.get(0));
    assertEquals("a.jpg,a.jpg,1.0000,true,", lines.get(1));
    assertTrue(lines.get(2).matches("a.jpg,b.jpg,0.1\\d{3},false,"), lines.get(2));

    Files.writeString(table, "a.jpg,none.jpg\n");
    CommandRun torn = CommandRun.of("compare-faces", "--pairs", table);
    assertTrue(torn.ended(ExitCode.NEGATIVE), torn.toString());
    assertTrue(torn.out().contains("a.jpg,none.jpg,,,b: no such file"), torn.out());
    assertTrue(torn.err().contains("1 pairs were not compared"), torn.err());
  }

  @Test
  void aFileThatIsNoPictureIsWrongInput() throws Exception {
    Path text = Files.writeString(folder.resolve("a.jpg"), "no picture");
    CommandRun run = CommandRun.of("compare-faces", ONE, text);
    assertTrue(run.ended(ExitCode.USAGE), run.toString());
    assertTrue(run.err().contains("b: unknown-format"), run.err());
  }

  @Test
  void missingFilesAndWrongOptionsAreToldBeforeAnyNetIsLoaded() {
    Path missing = folder.resolve("none.jpg");
    CommandRun run = CommandRun.of("compare-faces", ONE, missing);
    assertTrue(run.ended(ExitCode.USAGE) && run.err().contains("none.jpg"), run.toString());
    assertTrue(CommandRun.of("compare-faces", "--pairs", missing).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("compare-faces", ONE).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("compare-faces", ONE, OTHER, "--pairs", ONE).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("compare-faces", "--json", "--pairs", ONE).ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("compare-faces", ONE, ONE, "--threshold", "7").ended(ExitCode.USAGE));
  }

  @Test
  void modelsThatAreNotThereAreUnavailable() {
    CommandRun run = CommandRun.of("compare-faces", ONE, OTHER, "--models", folder);
    assertTrue(run.ended(ExitCode.UNAVAILABLE), run.toString());
    assertTrue(run.err().contains("is missing; fetch the models again"), run.err());
  }
}
