package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world does to a terminal besides cutting its power. */
@Tag("fault")
class WorldFaultsTest {
  @TempDir Path directory;

  @AfterEach
  void setTheClockRight() {
    Terminal.setWallClock(Duration.ZERO);
  }

  private static Terminal start(Town town) throws InterruptedException {
    return Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored());
  }

  private static Outcome issue(Terminal terminal) throws InterruptedException {
    return terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
  }

  private static void agree(Town town, Terminal terminal, String when) throws Exception {
    terminal.sendEverything();
    terminal.desk().settle();
    terminal.sendEverything();
    assertEquals(List.of(), Judge.complaints(town, terminal), when);
  }

  /** A year behind, a year ahead, and at the beginning of time. */
  @ParameterizedTest
  @ValueSource(longs = {-365, 365, Long.MIN_VALUE})
  void aWrongClockChangesNothing(long days) throws Exception {
    Duration wrong =
        days == Long.MIN_VALUE
            ? Duration.between(HallClock.system().wallTime(), Instant.EPOCH)
            : Duration.ofDays(days);
    try (Town town = Town.found(directory)) {
      Terminal.setWallClock(wrong);
      try (Terminal terminal = start(town);
          var _ = Citizen.before(town.mechanics())) {
        terminal.loadStock();
        terminal.desk().recover();
        assertInstanceOf(Outcome.Collected.class, issue(terminal));
        agree(town, terminal, "while it was wrong");
      }
      Terminal.setWallClock(Duration.ZERO);
      try (Terminal terminal = start(town);
          var _ = Citizen.before(town.mechanics())) {
        terminal.desk().recover();
        assertEquals(new Outcome.Refused("ALREADY_ISSUED"), issue(terminal));
        agree(town, terminal, "when it was right again");
      }
    }
  }

  @Test
  void aRestoredDiskImageIssuesNothing() throws Exception {
    try (Town town = Town.found(directory);
        var _ = Citizen.before(town.mechanics())) {
      try (Terminal terminal = start(town)) {
        terminal.loadStock();
        terminal.desk().recover();
        agree(town, terminal, "before");
      }
      copy(directory.resolve("terminal"), directory.resolve("image"));
      try (Terminal terminal = start(town)) {
        terminal.desk().recover();
        assertInstanceOf(Outcome.Collected.class, issue(terminal));
        agree(town, terminal, "after the image was taken");
      }
      Files.move(directory.resolve("terminal"), directory.resolve("lost"));
      Files.move(directory.resolve("image"), directory.resolve("terminal"));
      try (Terminal terminal = start(town)) {
        terminal.desk().recover();
        Outcome outcome =
            terminal.desk().await(terminal.desk().begin(Town.order(), Town.DUPLICATE));
        assertTrue(
            outcome.equals(new Outcome.Released(ReleaseReason.FORK))
                || outcome.equals(new Outcome.Refused("JOURNAL_FORKED")),
            outcome::toString);
        terminal.desk().settle();
        assertTrue(
            terminal.desk().obstacles(Town.DUPLICATE).stream()
                .anyMatch(Obstacle.JournalForked.class::isInstance),
            "closed until it is enrolled again");
      }
      assertEquals(0, valid(town, "duplicate:1-1"));
      assertEquals(1, valid(town, "original"));
    }
  }

  private static int valid(Town town, String copy) {
    return town.registry().validLicences(Town.order().orderId(), copy);
  }

  @Test
  void aPrinterThatPrintsTwiceHandsOutNothing() throws Exception {
    try (Town town = Town.found(directory);
        var _ = Citizen.before(town.mechanics());
        Terminal terminal = start(town)) {
      terminal.loadStock();
      terminal.desk().recover();
      town.printer().plant(FolderPrinter.Fault.REPRINTS);
      assertInstanceOf(Outcome.Spoiled.class, issue(terminal));
      assertTrue(terminal.stock().count(Medium.A3).closed().isPresent(), "to be counted");
      assertEquals(List.of(), town.mechanics().taken());
      new Technician(town, terminal).tidyUp();
      agree(town, terminal, "after it was counted");
      assertInstanceOf(Outcome.Collected.class, issue(terminal));
      agree(town, terminal, "in the end");
      assertEquals(1, valid(town, "original"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPrinterThatLosesItsPowerWhilePaperMovesLeavesNoSheetUnexplained(boolean restarted)
      throws Exception {
    try (Town town = Town.found(directory);
        var _ = Citizen.before(town.mechanics())) {
      Terminal terminal = start(town);
      try {
        terminal.loadStock();
        terminal.desk().recover();
        town.printer().plant(FolderPrinter.Fault.POWER_LOST);
        assertInstanceOf(Outcome.Unknown.class, issue(terminal));
        assertEquals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED), issue(terminal), "closed");
        town.printer().repair(FolderPrinter.Fault.POWER_LOST);
        if (restarted) {
          terminal.close();
          terminal = start(town);
          terminal.desk().recover();
        }
        new Technician(town, terminal).tidyUp();
        agree(town, terminal, "after two persons looked");
        awaitNoObstacle(terminal);
        assertInstanceOf(Outcome.Collected.class, issue(terminal));
        agree(town, terminal, "in the end");
      } finally {
        terminal.close();
      }
    }
  }

  /** The printer is opened again by itself. */
  private static void awaitNoObstacle(Terminal terminal) throws InterruptedException {
    Patience patience = Patience.of(Duration.ofSeconds(20), HallClock.system());
    while (!terminal.desk().obstacles(Town.ORIGINAL).isEmpty()) {
      assertTrue(
          patience.pause(Duration.ofMillis(50)),
          terminal.desk().obstacles(Town.ORIGINAL).toString());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
