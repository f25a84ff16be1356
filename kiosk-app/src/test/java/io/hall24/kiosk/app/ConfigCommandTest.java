package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  private static final Path EXAMPLE = Path.of("../installer/package/terminal.yaml");

  @TempDir private Path directory;

  @Test
  void exampleOfAHallIsAProductionProfileWithoutMistakes() {
    CommandRun run = CommandRun.of("config", "check", EXAMPLE);
    assertTrue(run.ended(ExitCode.SUCCESS), run::out);
    assertTrue(run.out().contains("no mistakes"), run::out);
  }

  @Test
  void whatToBewareOfIsToldAndIsNoMistake() {
    CommandRun run = CommandRun.of("config", "check", EXAMPLE);
    assertTrue(
        run.out().contains("warning: terminal.yaml: identity.infrared: no infrared"), run::out);
  }

  @Test
  void productionTakesNoRecordingForTheEyeOverTheOutput() throws IOException {
    Path profile = directory.resolve("terminal.yaml");
    Files.writeString(
        profile,
        Files.readString(EXAMPLE)
            .replace(
                "source: /dev/v4l/by-id/usb-example-output-video-index0\n    format: v4l2",
                "source: /tmp/good-sheet%03d.jpg\n    format: image2"));
    CommandRun run = CommandRun.of("config", "check", profile);
    assertEquals(ExitCode.NEGATIVE.number(), run.exit());
    assertTrue(run.out().contains("output-eye"), run::out);
    assertFalse(run.out().contains("warning:"), run::out);
  }
}
