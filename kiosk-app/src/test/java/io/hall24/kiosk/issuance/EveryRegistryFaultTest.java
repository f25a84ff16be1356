package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import io.hall24.kiosk.licence.Copy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything on the sandbox's menu of faults, while an original and a duplicate are issued: both
 * are collected, perhaps after asking again, and all records agree.
 */
@Tag("fault")
class EveryRegistryFaultTest {
  private static final int ATTEMPTS = 4;

  /** A connection on which nothing comes costs the whole patience of a call. */
  private static final double SELDOM = 0.1;

  private static final double OFTEN = 0.3;
  @TempDir Path directory;

  static Stream<Faults> menu() {
    Stream<Faults> chances =
        Arrays.stream(Fault.values())
            .map(fault -> Faults.NONE.with(fault, fault == Fault.HALF_OPEN ? SELDOM : OFTEN));
    return Stream.concat(
        chances,
        Stream.of(
            Faults.NONE.slow(Duration.ofMillis(150)),
            Faults.NONE.clock(Duration.ofHours(3)),
            Faults.NONE.clock(Duration.ofHours(-3))));
  }

  @ParameterizedTest
  @MethodSource("menu")
  void aLicenceIsIssuedOnceThroughThisRegistry(Faults faults) throws Exception {
    try (Town town = Town.found(directory);
        Terminal terminal =
            Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored());
        var _ = Citizen.before(town.mechanics())) {
      terminal.loadStock();
      terminal.desk().recover();
      town.registry().misbehave(faults.seeded(24));
      for (Copy copy : Town.order().pending()) {
        assertInstanceOf(Outcome.Collected.class, issued(terminal, copy));
      }
      town.registry().misbehave(Faults.NONE);
      terminal.sendEverything();
      terminal.desk().settle();
      terminal.sendEverything();
      assertEquals(List.of(), Judge.complaints(town, terminal));
      for (Copy copy : Town.order().pending()) {
        assertEquals(1, town.registry().validLicences(Town.order().orderId(), copy.code()));
      }
    }
  }

  private static Outcome issued(Terminal terminal, Copy copy) throws InterruptedException {
    Outcome outcome = terminal.desk().await(terminal.desk().begin(Town.order(), copy));
    for (int again = 1;
        again < ATTEMPTS && outcome.equals(new Outcome.Released(ReleaseReason.NO_ANSWER));
        again++) {
      outcome = terminal.desk().await(terminal.desk().begin(Town.order(), copy));
    }
    return outcome;
  }
}
