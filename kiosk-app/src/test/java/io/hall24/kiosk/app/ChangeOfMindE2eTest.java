package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedCitizen;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.ForwardingDialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The holder of a foreign passport (vsmartcard's) leaves at one step after the other, by will or
 * because time is over. Leaving before the camera, and while {@code ippeveprinter} prints, are
 * tests of their own.
 */
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangeOfMindE2eTest {
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;

  private VisitStage stage;

  @SuppressWarnings("NullAway.Init")
  ChangeOfMindE2eTest() {}

  @BeforeAll
  void set(@TempDir Path directory) throws IOException, InterruptedException {
    stage = VisitStage.set(directory, Cast.of(LIN));
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  /** Somebody who leaves as soon as a certain step comes. */
  private static final class Leaving extends ForwardingDialogue {
    private final String step;
    private final Runnable leave;

    Leaving(Dialogue citizen, String step, Runnable leave) {
      super(citizen);
      this.step = step;
      this.leave = leave;
    }

    @Override
    public <A> A ask(Question<A> question) throws InterruptedException {
      String name =
          question instanceof Question.ClerkDigits(var part)
              ? part.name()
              : question.getClass().getSimpleName();
      if (name.equals(step)) {
        leave.run();
        if (Thread.interrupted()) {
          throw new InterruptedException(step);
        }
      }
      return super.ask(question);
    }

    @Override
    public void show(Moment moment) {
      super.show(moment);
      if (moment.getClass().getSimpleName().equals(step)) {
        leave.run();
      }
    }
  }

  private VisitOutcome leaveAt(String step, Script script, Why why)
      throws IOException, InterruptedException {
    stage.world().recast(Cast.of(LIN));
    Terminal terminal = stage.terminal();
    try (ScriptedCitizen citizen = new ScriptedCitizen(script, stage.world().hands())) {
      var leaving = new Leaving(citizen, step, () -> terminal.reception().leave(why));
      return DemoTerminal.serve(terminal, Purpose.COLLECT, leaving, (_, _) -> {});
    }
  }

  private void leavesNothingAt(String step, Script script, Why why)
      throws IOException, InterruptedException {
    long before = stage.terminal().journal().head().sequence();
    assertEquals(new VisitOutcome.Abandoned(why), leaveAt(step, script, why), step);
    List<Event> events = stage.eventsAfter(before);
    assertEquals(
        new VisitEvent.Ended(
            ((VisitEvent) events.getFirst()).visit(), "abandoned", Optional.of(why.name())),
        events.getLast(),
        step);
    assertTrue(events.stream().noneMatch(IssuanceEvent.class::isInstance), step);
    assertTrue(stage.terminal().devices().camera().isResting(), step);
  }

  @Test
  void whoLeavesBeforeTheyAreConfirmedLeavesNothing() throws Exception {
    Script script =
        Script.smooth(LIN)
            .withoutFace()
            .with(DemoStaff.clerk(stage.terminal(), HallClock.system()));
    List<String> steps =
        List.of(
            "Consent",
            "PlaceDocument",
            "EnterCan",
            "ReadingDocument",
            "CallClerk",
            "NUMBER",
            "PIN",
            "CODE");
    for (String step : steps) {
      leavesNothingAt(step, script, steps.indexOf(step) % 2 == 0 ? Why.CANCELLED : Why.TIMED_OUT);
    }
  }

  @Test
  void whoLeavesAtTheLicenceCollectsItLaterWithAClerksWordAndNeedNotSign() throws Exception {
    leavesNothingAt("ConfirmOrder", Script.smooth(LIN), Why.TOO_LONG);
    stage.world().registry().wantClerk(LIN.documentNumber());
    Script script = Script.smooth(LIN).with(DemoStaff.clerk(stage.terminal(), HallClock.system()));
    long before = stage.terminal().journal().head().sequence();
    var outcome = leaveAt("ConfirmReceipt", script, Why.TIMED_OUT);
    assertInstanceOf(VisitOutcome.Collected.class, outcome, "it is in their hands");
    List<Event> events = stage.eventsAfter(before);
    assertEquals(
        List.of("NOT_GIVEN"),
        events.stream()
            .filter(VisitEvent.ReceiptConfirmed.class::isInstance)
            .map(event -> ((VisitEvent.ReceiptConfirmed) event).how())
            .toList());
    assertTrue(events.stream().anyMatch(VisitEvent.FaceCompared.class::isInstance));
    assertTrue(events.stream().anyMatch(VisitEvent.CoSigned.class::isInstance));
    stage.terminal().settle();
    assertTrue(stage.world().registry().openIssuances().isEmpty());
  }
}
