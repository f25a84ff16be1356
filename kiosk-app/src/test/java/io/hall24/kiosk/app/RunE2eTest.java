package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The terminal as a process of its own, on the X server Xvfb. */
@Tag("e2e")
@Timeout(120)
class RunE2eTest {
  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();
  private String display = "";

  @BeforeEach
  void openADisplay() throws IOException {
    Process server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(server);
    display = ":" + server.inputReader().readLine();
  }

  @AfterEach
  void endAll() {
    processes.reversed().forEach(Process::destroyForcibly);
  }

  @Test
  void showsItsFirstScreenTellsHowItStandsAndEndsWhenAsked() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    try (var registry =
        SandboxRegistry.start(
            folder.resolve("registry.db"),
            0,
            new Seed(List.of(), List.of()),
            Optional.empty(),
            HallClock.system())) {
      Files.writeString(folder.resolve("world/registry.jwk"), registry.trustAnchor());
    }
    Path data = folder.resolve("data");
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "of this test\n");
    Process terminal = start(hall.command("run", "--data", data, "--passphrase-file", passphrase));
    awaitLine(terminal, "first screen after ");
    Object[] health = hall.command("health", "--data", data);
    assertTrue(answersHealth(terminal, health), "the running terminal does not tell its health");
    terminal.destroy();
    assertTrue(terminal.waitFor(30, TimeUnit.SECONDS), "it does not end");
    CommandRun after = CommandRun.of(health);
    assertTrue(after.ended(ExitCode.NEGATIVE), after.toString());
    CommandRun journal =
        CommandRun.of("journal", "verify", "--data", data, "--passphrase-file", passphrase);
    assertEquals(ExitCode.SUCCESS.number(), journal.exit(), journal.toString());
  }

  /** The first screen stands before the terminal's socket is open. */
  private static boolean answersHealth(Process terminal, Object... health) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    boolean answered = CommandRun.of(health).ended(ExitCode.SUCCESS);
    while (!answered && terminal.isAlive() && System.nanoTime() < end) {
      answered = CommandRun.of(health).ended(ExitCode.SUCCESS);
    }
    return answered;
  }

  private Process start(Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DISPLAY", display);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static void awaitLine(Process process, String begin) throws IOException {
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(begin)) {
          return;
        }
      }
    }
    fail("it ended without a line that begins: " + begin);
  }
}
