package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateFaceCommandTest {
  @TempDir Path folder;

  private Path table(String text) throws Exception {
    for (String person : List.of("fezbot", "christian", "team-4")) {
      Path copy = folder.resolve(person + ".jpg");
      if (!Files.exists(copy)) {
        Files.copy(OpenFaceDesk.portrait(person), copy);
      }
    }
    return Files.writeString(folder.resolve("pairs.csv"), text);
  }

  @Test
  void saysThatThreePairsSupportNothing() throws Exception {
    Path table =
        table(
            """
            fezbot.jpg,fezbot.jpg,same,a
            fezbot.jpg,christian.jpg,different,a
            christian.jpg,team-4.jpg,different,b
            """);
    Path curve = folder.resolve("curve.png");
    Path left = folder.resolve("calibration.yaml");
    CommandRun run =
        CommandRun.of(
            "calibrate-face", "--pairs", table, "--curve", curve, "--calibration", left, "--json");
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertTrue(lines.getFirst().get("algorithm").asText().startsWith("fr-feature"));
    JsonNode visit = lines.getLast();
    assertTrue(!visit.get("supported").asBoolean());
    assertTrue(visit.get("threshold").asDouble() < 0.3, "just above the likest two people");
    assertEquals(1, visit.get("falseMatches").get("trials").asInt());
    assertTrue(Files.size(curve) > 1000);
    String calibration = Files.readString(left);
    assertTrue(
        calibration.contains("algorithm: " + lines.getFirst().get("algorithm").asText()),
        calibration);
    assertTrue(calibration.contains("supported: false"), calibration);
  }

  @Test
  void countsTrueAcceptsOnPortraitsAsACardHoldsThemAndFailuresToAcquireByReason() throws Exception {
    Path table =
        table(
            """
            fezbot.jpg,fezbot.jpg,same
            christian.jpg,christian.jpg,same
            fezbot.jpg,christian.jpg,different
            christian.jpg,team-4.jpg,different
            fezbot.jpg,wall.png,different
            """);
    ImageIO.write(
        new BufferedImage(300, 300, BufferedImage.TYPE_3BYTE_BGR),
        "png",
        folder.resolve("wall.png").toFile());
    CommandRun run = CommandRun.of("calibrate-face", "--card-portraits", "--pairs", table);
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().contains("failures to acquire: 0.16667 "), run.out());
    assertTrue(run.out().contains(" 1/6, no-face 1"), run.out());
    assertTrue(run.out().contains("true accepts at 1 % false matches: 1.00000 "), run.out());
    assertTrue(run.err().contains("fezbot.jpg,wall.png: b: no-face"), run.err());
  }

  @Test
  void complainsAboutTablesThatServeNothing() throws Exception {
    CommandRun label = CommandRun.of("calibrate-face", "--pairs", table("a.jpg,b.jpg,maybe\n"));
    assertTrue(label.ended(ExitCode.USAGE), label.toString());
    assertTrue(label.err().contains(":1: the label is same or different"), label.err());
    CommandRun oneLabel =
        CommandRun.of("calibrate-face", "--pairs", table("fezbot.jpg,fezbot.jpg,same\n"));
    assertTrue(oneLabel.ended(ExitCode.USAGE), oneLabel.toString());
    CommandRun none = CommandRun.of("calibrate-face", "--pairs", folder.resolve("none.csv"));
    assertTrue(none.ended(ExitCode.USAGE), none.toString());
  }
}
