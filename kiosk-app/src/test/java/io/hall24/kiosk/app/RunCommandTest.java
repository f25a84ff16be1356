package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir Path folder;

  private CommandRun run(SimulatedHall hall, Path passphrase) {
    return CommandRun.of(
        hall.command("run", "--data", folder.resolve("data"), "--passphrase-file", passphrase));
  }

  @Test
  void withoutAPassphraseNothingBegins() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    CommandRun missing = run(hall, folder.resolve("none"));
    assertTrue(missing.ended(ExitCode.USAGE), missing.toString());
    CommandRun empty = run(hall, Files.writeString(folder.resolve("empty"), "\n"));
    assertTrue(empty.ended(ExitCode.USAGE) && empty.err().contains("is empty"), empty.toString());
    assertTrue(Files.notExists(folder.resolve("data")));
  }

  @Test
  void aProfileWithMistakesIsWrongInput() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "kind: demo\n");
    CommandRun run =
        CommandRun.of("run", "--profile", broken, "--passphrase-file", folder.resolve("none"));
    assertTrue(run.ended(ExitCode.USAGE) && run.err().contains("broken.yaml"), run.toString());
  }
}
