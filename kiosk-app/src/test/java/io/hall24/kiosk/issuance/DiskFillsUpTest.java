package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the record fills up in the middle of an issuance; runs in a namespace of its own. */
@Tag("fault")
class DiskFillsUpTest {
  private static final int BLOCK = 4096;
  @TempDir Path directory;

  @Test
  void aDiskThatFillsUpAtAnyMomentClosesTheServiceAndLosesNothing() throws Exception {
    int closed = 0;
    for (int moment = 3; moment < 45; moment += 7) {
      closed += fillsUpAt(moment) ? 1 : 0;
    }
    assertTrue(closed >= 4, "only " + closed + " runs met the full disk");
  }

  /** Whether the desk noticed. */
  private boolean fillsUpAt(int fatal) throws Exception {
    Path place = Files.createDirectories(directory.resolve("town-" + fatal));
    Path disk = Files.createDirectories(place.resolve("terminal"));
    run("mount", "-t", "tmpfs", "-o", "size=3m", "hall24-small", disk.toString());
    try (Town town = Town.found(place)) {
      var count = new AtomicInteger(Integer.MIN_VALUE);
      Moments filling =
          moment -> {
            if (count.incrementAndGet() == fatal) {
              fill(disk);
            }
          };
      boolean noticed;
      try (Terminal terminal = start(town, filling);
          var _ = Citizen.before(town.mechanics())) {
        terminal.loadStock();
        terminal.desk().recover();
        count.set(0);
        Outcome outcome = terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
        noticed = outcome instanceof Outcome.Halted;
        if (noticed) {
          assertInstanceOf(
              Obstacle.RecordFailed.class, terminal.desk().recordFault().orElseThrow());
          Files.delete(disk.resolve("filler"));
          assertTrue(terminal.journal().isWritable());
          terminal.desk().recover();
          assertEquals(Optional.empty(), terminal.desk().recordFault());
        }
        Files.deleteIfExists(disk.resolve("filler"));
        assertEquals(List.of(), complaints(town, terminal), "moment " + fatal);
      }
      try (Terminal terminal = start(town, Moments.ignored())) {
        terminal.desk().recover();
        assertEquals(List.of(), complaints(town, terminal), "restarted, moment " + fatal);
      }
      return noticed;
    } finally {
      run("umount", "--lazy", disk.toString());
    }
  }

  private static Terminal start(Town town, Moments moments) throws InterruptedException {
    return Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), moments);
  }

  private static List<String> complaints(Town town, Terminal terminal) throws Exception {
    terminal.desk().settle();
    terminal.sendEverything();
    return new ArrayList<>(Judge.complaints(town, terminal));
  }

  private static void fill(Path disk) {
    try {
      Path filler = disk.resolve("filler");
      long free = disk.toFile().getUsableSpace();
      Files.write(filler, new byte[Math.toIntExact(Math.max(0, free - BLOCK))]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor(), String.join(" ", command));
  }
}
