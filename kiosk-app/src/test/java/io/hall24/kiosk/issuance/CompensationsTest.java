package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.kiosk.demo.registry.SandboxRegistry.KnownEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An official voids a number while its licence is being handed out. */
class CompensationsTest {
  @TempDir Path directory;

  @Test
  void aRejectedEndingStaysOpenUntilTwoPersonsCompensateIt() throws Exception {
    var sending = new AtomicReference<Optional<Terminal>>(Optional.empty());
    try (Town town = Town.found(directory);
        Terminal terminal =
            Terminal.start(
                town.terminal(),
                Scenario.COLLECTED.collecting(),
                moment -> {
                  if (moment.equals("before presenter.present")) {
                    send(sending.get().orElseThrow());
                    town.registry().voidSheet(Town.number(Medium.A3, 1).text());
                  }
                });
        var _ = Citizen.before(town.mechanics())) {
      sending.set(Optional.of(terminal));
      terminal.loadStock();
      terminal.desk().recover();
      var ticket = terminal.desk().begin(Town.order(), Town.ORIGINAL);
      assertInstanceOf(Outcome.Collected.class, terminal.desk().await(ticket));
      terminal.sendEverything();
      terminal.desk().settle();

      assertEquals(
          IssuanceState.COLLECTED, terminal.desk().open().getFirst().state(), "never settled");
      var compensations = new Compensations(terminal.journal());
      var open = compensations.open();
      assertEquals(
          List.of("issuance.collected SHEET_VOID"),
          open.stream().map(event -> event.type() + " " + event.code()).toList());
      long rejected = open.getFirst().sequence();
      assertInstanceOf(
          StaffAnswer.DoesNotFit.class,
          compensations.compensate(rejected - 1, "not this one", Terminal.staff()));
      assertEquals(
          new StaffAnswer.Recorded(),
          compensations.compensate(rejected, "voided by the office", Terminal.staff()));
      assertEquals(List.of(), compensations.open());
      assertEquals(List.of(), terminal.desk().open());
      assertInstanceOf(
          StaffAnswer.DoesNotFit.class,
          compensations.compensate(rejected, "again", Terminal.staff()));
      terminal.sendEverything();
      List<KnownEvent> known = town.registry().events(terminal.journal().head().journalId());
      assertTrue(
          known.stream()
              .anyMatch(event ->
                  event.type().equals("issuance.compensated")
                      && event.rejection().equals(Optional.empty())),
          known::toString);
    }
  }

  private static void send(Terminal terminal) {
    try {
      terminal.sendEverything();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
