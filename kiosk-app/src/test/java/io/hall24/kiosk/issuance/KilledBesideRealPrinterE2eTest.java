package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.VirtualPrinter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A terminal dies beside CUPS's ippeveprinter, which goes on; real faces on printed stock. The
 * whole matrix is walked by {@link KillMatrixTest}, with a printer of folders.
 */
@Tag("e2e")
class KilledBesideRealPrinterE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    // The printer may be done by then, or be seen cancelled.
    "Printing: after printer.sendDocument, SPOILED RETAINED",
    "Printed: commit of Presented, RETAINED"
  })
  void whatThePrinterDidMeanwhileIsFoundOut(String moment, String found) throws Exception {
    try (Town town = Town.found(directory)) {
      RealPaper.printStock(town, Town.SHEETS);
      try (VirtualPrinter printer = launched()) {
        Doom.kill(town, directory, Scenario.COLLECTED, moment, printer.uri().toString());
        try (Terminal terminal =
                Terminal.onRealPaper(town.terminal(), Moments.ignored(), printer.uri());
            var _ = Citizen.before(town.mechanics())) {
          List<Recovered> recovered = terminal.desk().recover();
          assertEquals(1, recovered.size());
          assertTrue(found.contains(recovered.getFirst().now().name()), recovered::toString);
          agree(town, terminal, "after the restart");
          new Technician(town, terminal).tidyUp();
          Outcome second =
              terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
          assertInstanceOf(Outcome.Collected.class, second);
          agree(town, terminal, "in the end");
          assertEquals(
              1, town.registry().validLicences(Town.order().orderId(), Town.ORIGINAL.code()));
        }
      }
    }
  }

  private VirtualPrinter launched() throws Exception {
    Attempt<VirtualPrinter> attempt =
        VirtualPrinter.start(
            VirtualPrinter.freePort(),
            directory,
            CLOCK,
            Patience.of(Duration.ofSeconds(20), CLOCK));
    assertTrue(attempt instanceof Attempt.Done, attempt::toString);
    return ((Attempt.Done<VirtualPrinter>) attempt).value();
  }

  private static void agree(Town town, Terminal terminal, String when) throws Exception {
    terminal.desk().settle();
    terminal.sendEverything();
    assertEquals(List.of(), Judge.complaints(town, terminal), when);
  }
}
