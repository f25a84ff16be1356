package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grants for visits that were announced, with and without the network. */
class AnnouncedVisitsTest {
  private static final Duration LONG = Duration.ofHours(2);
  private static final HolderQuery HOLDER =
      new HolderQuery("PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 12));
  @TempDir Path directory;

  private static Terminal start(Town town) throws InterruptedException {
    return Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored());
  }

  private static Terminal ready(Town town) throws InterruptedException {
    Terminal terminal = start(town);
    terminal.loadStock();
    terminal.desk().recover();
    terminal.sendEverything();
    return terminal;
  }

  private static void cutNetwork(Town town) {
    town.registry().misbehave(Faults.NONE.with(Fault.DROP_BEFORE, 1));
  }

  private static Outcome issue(Terminal terminal, Copy copy) throws InterruptedException {
    return terminal.desk().await(terminal.desk().begin(Town.order(), copy));
  }

  private static void reported(Town town, Terminal terminal) throws InterruptedException {
    town.registry().misbehave(Faults.NONE);
    terminal.sendEverything();
    terminal.desk().settle();
    terminal.sendEverything();
  }

  private static int valid(Town town) {
    return town.registry().validLicences(Town.order().orderId(), Town.ORIGINAL.code());
  }

  private static List<ReleaseReason> released(Terminal terminal) {
    return terminal
        .journal()
        .events(1, IssuanceEvent.Released.class)
        .map(recorded -> recorded.event().reason())
        .toList();
  }

  @Test
  void anAnnouncedVisitorCollectsEveryCopyWithoutTheNetworkAndEachOnce() throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal = ready(town);
        var _ = Citizen.before(town.mechanics())) {
      assertEquals(2, town.announce(Town.order(), LONG).size());
      terminal.learnAnnouncements();
      cutNetwork(town);

      Order order = terminal.announced().of(HOLDER).orElseThrow().orders().getFirst();
      assertEquals(Town.order(), order);
      for (Copy copy : order.pending()) {
        assertEquals(
            new Outcome.Collected(Town.number(DeskRecord.mediumOf(copy), 1)),
            issue(terminal, copy));
      }
      assertEquals(Optional.empty(), terminal.announced().of(HOLDER), "each is used once");
      assertEquals("UNISSUED", town.registry().sheets().get("ZB000001"), "nobody knows yet");

      reported(town, terminal);
      assertEquals(1, valid(town));
      assertEquals("ACTIVE", town.registry().sheets().get("ZB000001"));
      terminal.learnAnnouncements();
      assertEquals(List.of(), terminal.desk().open());
      assertEquals(List.of(), Judge.complaints(town, terminal));
    }
  }

  @Test
  void withTheNetworkItIsTheSameGrantAndNobodyElseIsOfferedIt() throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal = ready(town);
        var _ = Citizen.before(town.mechanics())) {
      List<String> announced = town.announce(Town.order(), LONG);
      assertEquals(List.of(), town.announce(Town.order(), LONG), "locked");
      terminal.learnAnnouncements();
      assertEquals(
          Optional.empty(),
          terminal
              .announced()
              .of(new HolderQuery("PASSPORT", "D23145890", "UTO", LocalDate.of(1988, 3, 4))));
      Ticket ticket = terminal.desk().begin(Town.order(), Town.ORIGINAL);
      assertTrue(announced.contains(ticket.issuanceId()));
      assertEquals(new Outcome.Collected(Town.number(Medium.A3, 1)), terminal.desk().await(ticket));
      reported(town, terminal);
      assertEquals(1, terminal.announced().held().size(), "the duplicate still waits");
      assertEquals(List.of(), Judge.complaints(town, terminal));
    }
  }

  @Test
  void whatWasNotUsedInTimeOrWasTakenBackIsGivenUpAndTheCopyIsFreeAgain() throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal = ready(town)) {
      town.announce(Town.order(), Duration.ofMillis(1));
      Patience patience = Patience.of(Duration.ofSeconds(20), HallClock.system());
      do {
        terminal.learnAnnouncements();
      } while (released(terminal).size() < 2 && patience.pause(Duration.ofMillis(20)));
      assertEquals(List.of(ReleaseReason.EXPIRED, ReleaseReason.EXPIRED), released(terminal));
      reported(town, terminal);
      assertEquals(List.of(), town.registry().openIssuances());

      assertEquals(2, town.announce(Town.order(), LONG).size(), "the copies are free again");
      terminal.learnAnnouncements();
      town.registry().withdrawAnnounced(Town.order().orderId());
      terminal.learnAnnouncements();
      assertEquals(List.of(), terminal.announced().held());
      reported(town, terminal);
      terminal.learnAnnouncements();
      assertEquals(
          List.of(
              ReleaseReason.EXPIRED,
              ReleaseReason.EXPIRED,
              ReleaseReason.WITHDRAWN,
              ReleaseReason.WITHDRAWN),
          released(terminal));
      assertEquals(List.of(), Judge.complaints(town, terminal));
    }
  }

  /** Whoever starts a terminal from an old picture of its disk finds grants that were used. */
  @Test
  void afterAStartNothingIsUsedBeforeTheRegistryHasNamedItAgain() throws Exception {
    try (Town town = Town.found(directory)) {
      try (Terminal terminal = ready(town)) {
        town.announce(Town.order(), LONG);
        terminal.learnAnnouncements();
      }
      try (Terminal terminal = start(town)) {
        terminal.desk().recover();
        assertEquals(2, terminal.announced().held().size());
        assertEquals(Optional.empty(), terminal.announced().of(HOLDER));
        terminal.learnAnnouncements();
        assertTrue(terminal.announced().of(HOLDER).isPresent());
      }
    }
  }

  /**
   * Planted: an official takes it back while the network is away. The paper never becomes valid.
   */
  @Test
  void whatWasTakenBackUnseenIsPrintedButNeverValidAndFoundOut() throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal = ready(town);
        var _ = Citizen.before(town.mechanics())) {
      town.announce(Town.order(), LONG);
      terminal.learnAnnouncements();
      cutNetwork(town);
      town.registry().withdrawAnnounced(Town.order().orderId());
      assertEquals(
          new Outcome.Collected(Town.number(Medium.A3, 1)), issue(terminal, Town.ORIGINAL));
      reported(town, terminal);
      assertEquals(0, valid(town));
      assertTrue(Judge.complaints(town, terminal).stream().anyMatch(it -> it.contains("rejected")));
      assertTrue(
          terminal.journal().rejections().stream().anyMatch(it -> it.code().equals("GRANT_ENDED")));
    }
  }
}
