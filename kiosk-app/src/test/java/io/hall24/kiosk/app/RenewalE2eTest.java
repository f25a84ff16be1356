package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A holder gives the old licence back for the new one, on a terminal whose passport is vsmartcard's
 * and whose printer is {@code ippeveprinter}. What is in the slot stays there: the visits follow
 * each other.
 */
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RenewalE2eTest {
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;
  private static final String ORDER = "YL-2026-000318";
  private static final String ORIGINAL = "original";
  private static final String DUPLICATE = "duplicate:1-1";

  private static final Duration SOON = Duration.ofSeconds(20);

  /** How many moments were shown. */
  private final AtomicInteger shown = new AtomicInteger();

  private VisitStage stage;
  private Playing hand;

  @SuppressWarnings("NullAway.Init")
  RenewalE2eTest() {}

  @BeforeAll
  void set(@TempDir Path directory) throws IOException, InterruptedException {
    stage = VisitStage.set(directory, Cast.of(LIN));
    hand = new Playing(directory.resolve("world"));
    stage.world().expectOldLicence();
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  /** Holds a code there until the terminal has seen it; what is held too early does not count. */
  private void scan(String copy) {
    int seen = shown.get();
    var _ =
        Thread.ofVirtual()
            .start(() ->
                soon(() -> {
                  stage.world().oldLicence().show(copy);
                  return shown.get() > seen;
                }));
  }

  /** Puts the sheet in as soon as the slot is open. */
  private void drop(Moment moment) {
    if (moment instanceof Moment.DepositOldSheet) {
      var _ =
          Thread.ofVirtual()
              .start(() -> {
                soon(() -> hand.say("deposit", "get shutter-open").equals("ok true"));
                stage.world().oldLicence().drop();
              });
    }
  }

  private static void soon(BooleanSupplier holds) {
    var _ = Patience.of(SOON, HallClock.system()).until(Duration.ofMillis(50), holds);
  }

  /** Once: a one-time code serves once. */
  private Script confirmedByAClerk() throws CannotOpen {
    return Script.smooth(LIN)
        .withoutFace()
        .with(DemoStaff.clerk(stage.terminal(), HallClock.system()));
  }

  private static List<String> deposited(VisitStage.Left left) {
    return left.events().stream()
        .filter(VisitEvent.OldSheetDeposited.class::isInstance)
        .map(event -> ((VisitEvent.OldSheetDeposited) event).copy())
        .toList();
  }

  private static int place(List<Event> events, Class<? extends Event> type) {
    return events.stream().map(Event::getClass).toList().indexOf(type);
  }

  @Test
  @Order(1)
  void aFullBinSendsThemToTheWindowBeforeAnythingIsGivenAway() throws Exception {
    hand.say("deposit", "set bin FULL");
    var left = stage.visit(Script.smooth(LIN));
    assertEquals("surrender-first", left.outcome().code());
    assertFalse(left.has(VisitEvent.OldSheetAwaited.class));
    hand.say("deposit", "set bin OK");
  }

  @Test
  @Order(2)
  void whoHasOnlyOneSheetKeepsASlipAndComesAgain() throws Exception {
    stage.world().recast(Cast.of(LIN));
    var left =
        stage.visit(
            confirmedByAClerk(),
            moment -> {
              shown.incrementAndGet();
              if (moment instanceof Moment.ShowOldSheet(var number, var _, var trouble, var _)) {
                if (number == 1) {
                  scan(trouble.isEmpty() ? "something else" : DUPLICATE);
                } else {
                  stage.terminal().reception().leave(VisitOutcome.Why.CANCELLED);
                }
              }
              drop(moment);
            });
    assertEquals(new VisitOutcome.Abandoned(VisitOutcome.Why.CANCELLED), left.outcome());
    assertEquals(List.of("duplicate:1-1"), deposited(left));
    assertFalse(left.has(IssuanceEvent.class), "nothing is issued for half of it");
    assertTrue(
        stage.terminal().receipts().written().stream()
            .anyMatch(file -> file.endsWith("handed-back.pdf")));
  }

  @Test
  @Order(3)
  void theRestIsHandedBackAndTheNewLicenceTakenHome() throws Exception {
    stage.world().recast(Cast.of(LIN));
    var left =
        stage.visit(
            Script.smooth(LIN),
            moment -> {
              shown.incrementAndGet();
              if (moment instanceof Moment.ShowOldSheet) {
                scan(ORIGINAL);
              }
              drop(moment);
            });
    assertInstanceOf(VisitOutcome.Collected.class, left.outcome());
    assertEquals(List.of("original"), deposited(left));
    assertEquals(
        1,
        left.moments().stream().filter(Moment.ShowOldSheet.class::isInstance).count(),
        "the other one is there");
    List<Event> events = left.events();
    assertTrue(
        place(events, VisitEvent.OldSheetDeposited.class)
            < place(events, IssuanceEvent.Requested.class),
        "given back before the new one is asked for");
    stage.terminal().settle();
    assertEquals(1, stage.world().registry().validLicences(ORDER, "original"));
  }
}
