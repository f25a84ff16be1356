package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceId;
import io.hall24.device.PagePrinter;
import io.hall24.device.simulated.SimulatedPrinterDriver;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.counterpart.CounterpartsHome;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real faces on printed stock: renderer, qpdf and poppler behind the simulated printer, eye and
 * reader.
 */
@Tag("e2e")
class RealPaperE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final int SHEETS = 12;
  private static final int ROUNDS = 2;
  @TempDir Path directory;

  /** One copy of one order. */
  private record Wish(Order order, Copy copy) {}

  @Test
  void everyShippedCopyIsIssuedOnTheSheetThatTheLedgerExpects() throws Exception {
    List<Long> durations = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Path place = Files.createDirectories(directory.resolve("round-" + round));
      try (Town town = Town.found(place)) {
        durations.addAll(issueAll(town));
      }
    }
    report(durations);
  }

  private static List<Long> issueAll(Town town) throws Exception {
    RealPaper.printStock(town, SHEETS);
    var equipment = RealPaper.equipment(printer(town));
    var times = DeskRules.Times.collectedWithin(Duration.ofSeconds(60));
    try (Terminal terminal = Terminal.start(town.terminal(), times, Moments.ignored(), equipment);
        var _ = Citizen.before(town.mechanics())) {
      RealPaper.load(terminal, SHEETS);
      terminal.desk().recover();
      List<Long> durations = issueAll(terminal);
      terminal.desk().settle();
      assertEquals(List.of(), terminal.desk().open());
      return durations;
    }
  }

  private static List<Long> issueAll(Terminal terminal) throws InterruptedException {
    List<Long> durations = new ArrayList<>();
    for (Wish wish : wishes()) {
      long begun = CLOCK.nanoTime();
      Outcome outcome = terminal.desk().await(terminal.desk().begin(wish.order(), wish.copy()));
      durations.add((CLOCK.nanoTime() - begun) / 1_000_000);
      assertInstanceOf(Outcome.Collected.class, outcome, wish.toString());
    }
    return durations;
  }

  private static void report(List<Long> durations) {
    List<Long> sorted = durations.stream().sorted().toList();
    System.out.printf(
        "issuance, begin to collected, ms: n %d, median %d, slowest %d, all %s%n",
        sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast(), durations);
    assertTrue(sorted.size() >= 10, "only " + sorted.size() + " issuances");
  }

  private static List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    for (String json : Seed.ofShippedOrders().orders()) {
      if (OrderJson.order(json) instanceof OrderJson.Reading.Read<Order>(Order order)) {
        order.pending().forEach(copy -> wishes.add(new Wish(order, copy)));
      }
    }
    return wishes.subList(0, Math.min(SHEETS, wishes.size()));
  }

  private static PagePrinter printer(Town town) {
    var driver = new SimulatedPrinterDriver();
    Path command =
        CounterpartsHome.find()
            .orElseThrow(() -> new IllegalStateException("no counterparts"))
            .resolve("printer")
            .resolve("mechanics.sh");
    return driver.create(
        new DeviceId("printer"),
        driver
            .settings()
            .resolve(
                Map.of(
                    "mechanics",
                    town.mechanics().directory().toString(),
                    "command",
                    command.toString())),
        CLOCK);
  }
}
