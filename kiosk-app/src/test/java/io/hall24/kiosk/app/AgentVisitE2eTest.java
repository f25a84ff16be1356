package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedCitizen;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody collects for others, and somebody only looks for a service, among pcscd with a virtual
 * card, ippeveprinter and FFmpeg.
 */
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AgentVisitE2eTest {
  private static final InventedPerson AGENT = InventedPerson.CHENG_YAN;
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;

  private VisitStage stage;

  @SuppressWarnings("NullAway.Init")
  AgentVisitE2eTest() {}

  @BeforeAll
  void set(@TempDir Path directory) throws IOException, InterruptedException {
    stage = VisitStage.set(directory, Cast.of(AGENT));
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  /** The holder of the second takes their word back while the first one is being printed. */
  @Test
  void oneCheckOfIdentityAndEachLicenceByItself() throws IOException, InterruptedException {
    stage.world().recast(Cast.of(AGENT));
    var printed = new AtomicReference<String>("");
    var left =
        stage.visit(
            Purpose.SEARCH,
            Script.smooth(AGENT).lookingFor("营业执照代领"),
            moment -> {
              if (moment instanceof Moment.TakeSheet && printed.get().isEmpty()) {
                printed.set(orderBeingPrinted());
                stage.world().registry().endAuthorisations(otherThan(printed.get()));
              }
            });
    var errands = assertInstanceOf(VisitOutcome.Errands.class, left.outcome()).errands();
    assertEquals(2, errands.size());
    assertInstanceOf(VisitOutcome.Collected.class, errands.getFirst().outcome());
    var second = assertInstanceOf(VisitOutcome.PartlyCollected.class, errands.getLast().outcome());
    assertEquals(StopReason.AUTHORISATION_ENDED, second.reason());
    assertEquals("partly-collected-for-others", left.ended().outcome());
    assertEquals(1, count(left, VisitEvent.FaceCompared.class));
    assertEquals(2, count(left, VisitEvent.ActsForHolder.class));
    stage.terminal().settle();
    assertEquals(1, stage.world().registry().validLicences(printed.get(), "original"));
    assertTrue(stage.world().registry().openIssuances().isEmpty());
    assertEquals(
        1,
        stage.terminal().receipts().written().stream()
            .filter(file -> file.getFileName().toString().startsWith("receipt-"))
            .count());
  }

  private String orderBeingPrinted() {
    return stage.eventsAfter(0).stream()
        .filter(IssuanceEvent.Requested.class::isInstance)
        .map(event -> ((IssuanceEvent.Requested) event).ticket().orderId())
        .findFirst()
        .orElseThrow();
  }

  private String otherThan(String order) {
    return stage.eventsAfter(0).stream()
        .filter(VisitEvent.ActsForHolder.class::isInstance)
        .map(event -> ((VisitEvent.ActsForHolder) event).orderId())
        .filter(other -> !other.equals(order))
        .findFirst()
        .orElseThrow();
  }

  private static long count(VisitStage.Left left, Class<?> type) {
    return left.events().stream().filter(type::isInstance).count();
  }

  @Test
  void whomNobodyNamedIsToldWhatToDo() throws IOException, InterruptedException {
    stage.world().recast(Cast.of(LIN));
    var left = stage.visit(Purpose.COLLECT_FOR_OTHERS, Script.smooth(LIN), moment -> {});
    assertEquals(new VisitOutcome.NotNamed(), left.outcome());
    assertFalse(left.has(IssuanceEvent.class));
    whatTheySayOfItIsKeptOnceAndWithoutAPerson(left);
  }

  private void whatTheySayOfItIsKeptOnceAndWithoutAPerson(VisitStage.Left left) {
    long before = stage.terminal().journal().head().sequence();
    try (var citizen = new ScriptedCitizen(Script.smooth(LIN), stage.world().hands())) {
      stage.terminal().reception().rate(citizen);
      stage.terminal().reception().rate(citizen);
    }
    assertEquals(
        List.of(new VisitEvent.Rated(left.ended().visit(), Optional.empty(), 4)),
        stage.eventsAfter(before));
  }

  @Test
  void whoOnlyLooksForAServiceIsAskedNothingAboutThemselves()
      throws IOException, InterruptedException {
    var left = stage.visit(Purpose.SEARCH, Script.smooth(LIN).lookingFor("合伙企业设立登记"), moment -> {});
    assertEquals(new VisitOutcome.Informed(true), left.outcome());
    assertFalse(left.has(VisitEvent.ConsentAnswered.class));
    assertFalse(left.has(VisitEvent.DocumentRead.class));
    assertTrue(
        stage.terminal().receipts().written().stream()
            .anyMatch(file -> file.endsWith("guide.pdf")));
  }
}
