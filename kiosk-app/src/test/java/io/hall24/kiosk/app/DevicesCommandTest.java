package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.journal.Journal;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DevicesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void everyDeviceOfAWholeHallIsOnline() throws Exception {
    CommandRun run = CommandRun.of(SimulatedHall.build(folder).command("devices"));
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertEquals(13, run.out().lines().count(), run.out());
    assertTrue(run.out().lines().allMatch(line -> line.contains(" online ")), run.out());
    assertTrue(run.out().contains("(simulated) simulated printer -- Nothing to do"), run.out());
  }

  @Test
  void oneThatIsMissingComesFirstWithWhatToDo() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    Files.delete(hall.mechanics());
    CommandRun run = CommandRun.of(hall.command("devices", "--json"));
    assertEquals(ExitCode.UNAVAILABLE.number(), run.exit(), run.toString());
    JsonNode eye = device("output-eye", run);
    assertEquals("no-device", eye.get("state").asText());
    assertTrue(eye.get("advice").asText().contains("plugged in"));
    assertTrue(eye.get("simulated").asBoolean());
    assertEquals("online", device("camera", run).get("state").asText());
    assertTrue(run.out().lines().findFirst().orElseThrow().contains("no-device"), run.out());
  }

  private static JsonNode device(String name, CommandRun run) throws Exception {
    for (String line : run.out().lines().toList()) {
      JsonNode device = JSON.readTree(line);
      if (device.get("device").asText().equals(name)) {
        return device;
      }
    }
    throw new AssertionError("no " + name + " in " + run);
  }

  @Test
  void watchingTellsAChangeUntilItIsEnded() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    String[] words =
        Arrays.stream(hall.command("devices", "--watch"))
            .map(Object::toString)
            .toArray(String[]::new);
    try (PipedReader pipe = new PipedReader(65_536);
        PrintWriter out = new PrintWriter(new PipedWriter(pipe), true);
        BufferedReader lines = new BufferedReader(pipe)) {
      Thread command =
          Thread.ofPlatform().start(() -> Main.commandLine().setOut(out).execute(words));
      for (int i = 0; i < 5; i++) {
        assertTrue(lines.readLine().contains(" online "));
      }
      Files.delete(hall.mechanics());
      String change = lines.readLine();
      while (!change.matches("output-.* no-device .*")) {
        change = lines.readLine();
      }
      command.interrupt();
      command.join();
    }
  }

  @Test
  void aProfileWithMistakesIsWrongInputWithEveryMistake() throws Exception {
    Path broken = SimulatedHall.build(folder).profile();
    CommandRun run = CommandRun.of("devices", "--profile", broken);
    assertTrue(run.ended(ExitCode.USAGE), run.toString());
    assertTrue(run.err().contains("WORLD") && run.err().contains("DATA"), run.err());
    Path missing = folder.resolve("none.yaml");
    CommandRun none = CommandRun.of("devices", "--profile", missing);
    assertTrue(none.ended(ExitCode.USAGE) && none.err().contains("none.yaml"), none.toString());
    assertTrue(CommandRun.of("devices").ended(ExitCode.USAGE));
  }

  @Test
  void devicesOfARunningTerminalAreLeftAlone() throws Exception {
    SimulatedHall hall = SimulatedHall.build(folder);
    Path data = Files.createDirectory(folder.resolve("data"));
    Object[] devices = hall.command("devices", "--data", data);
    Object[] reader = hall.command("read-document", "--wait", "0", "--data", data);
    try (Journal running = RecordedTerminal.open(data)) {
      assertEquals(0, running.head().sequence());
      for (Object[] command : List.of(devices, reader)) {
        CommandRun run = CommandRun.of(command);
        assertTrue(run.ended(ExitCode.UNAVAILABLE), run.toString());
        assertTrue(run.err().contains("a terminal runs on " + data), run.err());
      }
    }
    assertTrue(CommandRun.of(devices).ended(ExitCode.SUCCESS));
    assertTrue(CommandRun.of(reader).ended(ExitCode.NEGATIVE));
    Path nowhere = folder.resolve("none");
    assertTrue(CommandRun.of(hall.command("devices", "--data", nowhere)).ended(ExitCode.USAGE));
  }
}
