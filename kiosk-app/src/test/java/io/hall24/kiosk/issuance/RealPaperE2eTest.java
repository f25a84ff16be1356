package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceId;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.simulated.SimulatedPrinterDriver;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.counterpart.CounterpartsHome;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.demo.stock.StockPress;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.SheetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final TwoPersons STAFF = new TwoPersons("wang", "li");
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
    LicenceForms forms = LicenceForms.shipped();
    printStock(town, forms);
    PaperFonts fonts = fonts();
    var equipment =
        new Terminal.Equipment(
            printer(town),
            LicencePress.of(new LicenceRenderer(forms, fonts)),
            SheetEye.of(new SheetReader(forms, Optional.of(fonts))));
    var times = DeskRules.Times.collectedWithin(Duration.ofSeconds(60));
    try (Terminal terminal = Terminal.start(town.terminal(), times, Moments.ignored(), equipment);
        var _ = Citizen.before(town.mechanics())) {
      load(terminal);
      terminal.desk().recover();
      List<Long> durations = issueAll(terminal);
      terminal.desk().settle();
      assertEquals(List.of(), terminal.desk().open());
      return durations;
    }
  }

  /** In the place of the plain sheets of a new town. */
  private static void printStock(Town town, LicenceForms forms) throws IOException {
    for (Medium medium : Medium.values()) {
      for (Path plain : town.printer().tray(medium)) {
        Files.delete(plain);
      }
    }
    var stock = new StockPress(fonts());
    stock.print(forms.original(), 1, SHEETS, town.mechanics().tray(Medium.A3));
    stock.print(forms.duplicate(), 1, SHEETS, town.mechanics().tray(Medium.A4));
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

  private static void load(Terminal terminal) {
    LicenceForms forms = LicenceForms.shipped();
    for (Medium medium : Medium.values()) {
      var numbers = (medium == Medium.A3 ? forms.original() : forms.duplicate()).stock().number();
      var range =
          new SheetRange(
              new SheetNumber(numbers.number(1)), new SheetNumber(numbers.number(SHEETS)));
      assertEquals(new StaffAnswer.Recorded(), terminal.stock().load(medium, range, STAFF));
    }
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

  private static PaperFonts fonts() throws IOException {
    Path data =
        Optional.ofNullable(System.getenv("HALL24_DATA"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "hall24"));
    if (PaperFonts.open(data.resolve("fonts")) instanceof PaperFonts.Opening.Opened(var fonts)) {
      return fonts;
    }
    throw new IOException("no fonts in " + data);
  }
}
