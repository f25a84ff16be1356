package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedClerk;
import io.hall24.kiosk.demo.document.Condition;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.VisitEvent;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.VisitOutcome.DocumentProblem;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Visits that must not end in a printed sheet, on one terminal that serves one person after the
 * other.
 */
@Tag("e2e")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusedVisitE2eTest {
  private static final InventedPerson LIN = InventedPerson.LIN_HAIJIE;
  private static final InventedPerson SU = InventedPerson.SU_WANQING;
  private static final InventedPerson CHENG = InventedPerson.CHENG_YAN;

  private VisitStage stage;

  @SuppressWarnings("NullAway.Init")
  RefusedVisitE2eTest() {}

  @BeforeAll
  void set(@TempDir Path directory) throws IOException, InterruptedException {
    stage = VisitStage.set(directory, Cast.of(LIN));
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  @AfterEach
  void nothingWasPrinted() throws IOException {
    assertAll(
        () -> assertEquals(0, stage.world().mechanics().output().size()),
        () -> assertEquals(0, stage.world().mechanics().taken().size()),
        () -> assertEquals(0, stage.world().mechanics().retained().size()),
        () -> assertTrue(stage.world().registry().openIssuances().isEmpty()));
  }

  private VisitStage.Left visit(Cast cast, Script script) throws IOException, InterruptedException {
    stage.world().recast(cast);
    return stage.visit(script);
  }

  private static void assertEndsWith(VisitOutcome expected, VisitStage.Left left) {
    assertEquals(expected, left.outcome());
    assertEquals(expected.code(), left.ended().outcome());
    assertFalse(left.has(IssuanceEvent.class));
  }

  @Test
  void wrongCanThreeTimes() throws IOException, InterruptedException {
    var left = visit(Cast.of(LIN), Script.smooth(LIN).givingCans("000000"));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.WRONG_CAN), left);
    assertFalse(left.has(VisitEvent.FaceCompared.class));
  }

  @Test
  void expiredDocument() throws IOException, InterruptedException {
    var left = visit(new Cast(LIN, Condition.EXPIRED, LIN), Script.smooth(LIN));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.EXPIRED), left);
    assertFalse(left.has(VisitEvent.FaceCompared.class), "the camera stays off");
  }

  @Test
  void expiredIdentityCard() throws IOException, InterruptedException {
    var left = visit(new Cast(SU, Condition.EXPIRED, SU), Script.smooth(SU));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.EXPIRED), left);
  }

  @Test
  void identityCardOfAKindThatNobodyKnows() throws IOException, InterruptedException {
    var left = visit(new Cast(SU, Condition.KIND_NOT_KNOWN, SU), Script.smooth(SU));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.UNKNOWN_TYPE), left);
  }

  /** So it is with every real card until a licensed decoder is installed: the counter helps. */
  @Test
  void identityCardWhosePhotoNobodyCanDecode() throws IOException, InterruptedException {
    var left = visit(new Cast(SU, Condition.PHOTO_NOT_DECODED, SU), Script.smooth(SU));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.NO_PHOTO), left);
    assertTrue(left.has(VisitEvent.DocumentRead.class));
    assertFalse(left.has(VisitEvent.FaceCompared.class));
  }

  /** Nobody co-signs, so that it ends after the document. */
  @Test
  void aPassportWithoutACardNumberOpensByWhatIsTypedOfItsZone()
      throws IOException, InterruptedException {
    var left = visit(new Cast(LIN, Condition.ZONE_ONLY, LIN), Script.smooth(LIN).withoutFace());
    assertTrue(left.has(VisitEvent.DocumentRead.class), () -> left.outcome().toString());
    assertFalse(left.has(IssuanceEvent.class));
  }

  @Test
  void changedDocument() throws IOException, InterruptedException {
    var left = visit(new Cast(LIN, Condition.DATA_CHANGED, LIN), Script.smooth(LIN));
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.NOT_GENUINE), left);
  }

  @Test
  void documentThatWasReportedLost() throws IOException, InterruptedException {
    stage.world().reportDocument(LIN, true);
    try {
      var left = visit(Cast.of(LIN), Script.smooth(LIN));
      assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.REPORTED), left);
      assertFalse(left.has(VisitEvent.FaceCompared.class), "the camera is not used");
    } finally {
      stage.world().reportDocument(LIN, false);
    }
  }

  @Test
  void somebodyElsesFace() throws IOException, InterruptedException {
    var left = visit(new Cast(LIN, Condition.GENUINE, CHENG), Script.smooth(LIN));
    assertEndsWith(new VisitOutcome.NotConfirmed(), left);
    assertTrue(
        left.events().stream()
            .filter(VisitEvent.FaceCompared.class::isInstance)
            .map(VisitEvent.FaceCompared.class::cast)
            .noneMatch(VisitEvent.FaceCompared::match));
    assertEquals(3, left.events().stream().filter(VisitEvent.FaceFailed.class::isInstance).count());
  }

  /** Three fail in the first visit, two in the second; the registry knows, wherever they were. */
  @Test
  void afterFiveFailedComparisonsOnlyOtherWaysAreOffered()
      throws IOException, InterruptedException {
    Cast impostor = new Cast(SU, Condition.GENUINE, CHENG);
    assertEquals(3, failures(visit(impostor, Script.smooth(SU))));
    awaitAllSent();
    assertEquals(2, failures(visit(impostor, Script.smooth(SU))));
    awaitAllSent();
    var holder = visit(Cast.of(SU), Script.smooth(SU));
    assertEndsWith(new VisitOutcome.NotConfirmed(), holder);
    assertFalse(holder.has(VisitEvent.FaceCompared.class), "the camera is not used");
    assertTrue(
        holder.events().stream()
            .anyMatch(event ->
                event instanceof VisitEvent.IdentityDecided(var _, var _, var reasons)
                    && reasons.equals(List.of("COMPARISONS_USED_UP"))));
  }

  /** A registry that was silent in an earlier visit is left alone for a while. */
  private void awaitAllSent() throws InterruptedException {
    var journal = stage.terminal().journal();
    Patience patience = Patience.of(Duration.ofSeconds(60), HallClock.system());
    do {
      stage.terminal().settle();
    } while (lastKnown(journal.head().journalId()) < journal.head().sequence()
        && patience.pause(Duration.ofMillis(200)));
    assertEquals(journal.head().sequence(), lastKnown(journal.head().journalId()));
  }

  private long lastKnown(String journal) {
    return stage.world().registry().events(journal).stream()
        .mapToLong(SandboxRegistry.KnownEvent::sequence)
        .max()
        .orElse(0);
  }

  private static long failures(VisitStage.Left left) {
    return left.events().stream().filter(VisitEvent.FaceFailed.class::isInstance).count();
  }

  @Test
  void clerkWithAWrongCodeConfirmsNobody() throws Exception {
    ScriptedClerk clerk = DemoStaff.clerk(stage.terminal(), HallClock.system());
    var other =
        new ScriptedClerk(clerk.number(), clerk.pin(), Bytes.of(new byte[20]), clerk.clock());
    var left = visit(Cast.of(SU), Script.smooth(SU).withoutFace().with(other));
    assertEndsWith(new VisitOutcome.OtherRoute(), left);
    assertFalse(left.has(VisitEvent.CoSigned.class));
  }

  @Test
  void nobodysOrders() throws IOException, InterruptedException {
    var left = visit(Cast.of(CHENG), Script.smooth(CHENG));
    assertEndsWith(new VisitOutcome.NothingToCollect(), left);
  }

  @Test
  void documentThatIsNeverPutDown() throws IOException, InterruptedException {
    var left = visit(Cast.of(LIN), Script.smooth(LIN).withoutDocument());
    assertEndsWith(new VisitOutcome.DocumentNotAccepted(DocumentProblem.NOT_PLACED), left);
  }

  @Test
  void anotherWayThanTheFace() throws IOException, InterruptedException {
    var left = visit(Cast.of(SU), Script.smooth(SU).withoutFace());
    assertEndsWith(new VisitOutcome.OtherRoute(), left);
    assertFalse(left.has(VisitEvent.FaceCompared.class));
    assertFalse(stage.terminal().devices().camera().isOpen(), "the camera stayed off");
  }

  @Test
  void timeIsBookedWhereNobodyCanConfirmThePersonNow() throws IOException, InterruptedException {
    stage.restart(
        new Profile.Opening(
            OpeningHours.ALWAYS, OpeningHours.NEVER, OpeningHours.NEVER, OpeningHours.NEVER));
    try {
      stage.world().receiptRoll().load(EscPosMachine.Paper.OUT);
      var left = visit(Cast.of(LIN), Script.smooth(LIN).withoutFace());
      var booked = assertInstanceOf(VisitOutcome.Booked.class, left.outcome());
      assertTrue(
          takenAlong(left).contains(Long.toString(booked.entry())),
          "without paper the ticket is a code on the screen");
      assertEquals(Optional.empty(), booked.from());
      assertTrue(left.has(VisitEvent.TimeBooked.class));
      var undecoded = new Cast(SU, Condition.PHOTO_NOT_DECODED, SU);
      var afterReading = visit(undecoded, Script.smooth(SU));
      assertInstanceOf(VisitOutcome.Booked.class, afterReading.outcome());
      assertTrue(
          afterReading.events().stream()
              .anyMatch(event ->
                  event instanceof VisitEvent.TimeBooked(var _, var _, var type, var number)
                      && type.equals(Optional.of("RESIDENT_ID_CARD"))
                      && number.equals(Optional.of(SU.documentNumber()))),
          "what was entered is kept");
      assertTrue(
          stage.terminal().receipts().written().stream()
              .anyMatch(file -> file.endsWith("booked.pdf")));
      stage.world().receiptRoll().load(EscPosMachine.Paper.ENOUGH);
      var again = visit(Cast.of(LIN), Script.smooth(LIN).withoutFace());
      assertEquals("", takenAlong(again), "with paper there is no code");
    } finally {
      stage.restart();
    }
  }

  private static String takenAlong(VisitStage.Left left) {
    var last = assertInstanceOf(Moment.Ended.class, left.moments().getLast());
    return last.receipt().orElse("");
  }

  @Test
  void wrongInformationOnTheLicence() throws IOException, InterruptedException {
    var left = visit(Cast.of(LIN), Script.smooth(LIN).disputing());
    assertEquals("wrong-information", left.outcome().code());
    assertFalse(left.has(IssuanceEvent.class));
  }

  @Test
  void cameraWithoutPictures() throws IOException, InterruptedException {
    stage.world().recast(Cast.of(LIN));
    stage.world().breakCamera();
    var left = stage.visit(Script.smooth(LIN));
    assertEndsWith(new VisitOutcome.ServiceUnavailable(Part.CAMERA), left);
  }

  @Test
  void changeOfMindBeforeTheCamera() throws IOException, InterruptedException {
    stage.world().recast(Cast.of(LIN));
    var left =
        stage.visit(
            Script.smooth(LIN),
            moment -> {
              if (moment instanceof Moment.LookAtCamera) {
                stage.terminal().reception().leave(VisitOutcome.Why.CANCELLED);
              }
            });
    assertEndsWith(new VisitOutcome.Abandoned(VisitOutcome.Why.CANCELLED), left);
    assertFalse(stage.terminal().devices().camera().isOpen(), "the camera is off");
    assertFalse(stage.terminal().reception().busy());
  }

  @Test
  void registryOutOfReach() throws IOException, InterruptedException {
    stage.world().recast(Cast.of(LIN));
    stage.world().cutNetwork();
    try {
      var left = stage.visit(Script.smooth(LIN));
      assertEquals("noted-for-later", left.outcome().code());
      assertFalse(left.has(IssuanceEvent.class));
      assertTrue(left.has(VisitEvent.WishNoted.class));
    } finally {
      stage.world().mendNetwork();
    }
  }
}
