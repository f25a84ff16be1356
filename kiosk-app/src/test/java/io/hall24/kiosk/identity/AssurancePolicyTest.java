package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.identity.AssuranceDecision.Reason;
import io.hall24.kiosk.identity.IdentityAssurance.Route;
import io.hall24.kiosk.identity.PadResult.Active;
import io.hall24.kiosk.identity.PadResult.Active.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssurancePolicyTest {
  private static final AssurancePolicy POLICY = new AssurancePolicy(OptionalDouble.empty(), false);
  private static final PadResult NO_PAD = PadResult.notAssessed("not configured");
  private static final Optional<FaceComparison> MATCH =
      Optional.of(new FaceComparison(0.45, 0.45, "test", 1));
  private static final Optional<FaceComparison> NO_MATCH =
      Optional.of(new FaceComparison(0.4499, 0.45, "test", 3));
  private static final ChipAuthenticity GOOD = ChipAuthenticity.PASSIVELY_AUTHENTICATED;

  @Test
  void matchWithAnAuthenticValidDocumentIsEnough() {
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(GOOD, DocumentValidity.VALID, MATCH, NO_PAD, Route.FACE));
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(
            ChipAuthenticity.AUTHENTICATED_BY_READER,
            DocumentValidity.VALID,
            MATCH,
            NO_PAD,
            Route.FACE));
  }

  @Test
  void forgedOrExpiredDocumentIsRefusedOnEveryRoute() {
    for (Route route : Route.values()) {
      assertEquals(
          new AssuranceDecision.Refuse(Set.of(Reason.CHIP_FORGED, Reason.DOCUMENT_EXPIRED)),
          decide(ChipAuthenticity.FORGED, DocumentValidity.EXPIRED, MATCH, NO_PAD, route));
      assertEquals(
          new AssuranceDecision.Refuse(Set.of(Reason.DOCUMENT_EXPIRED)),
          decide(GOOD, DocumentValidity.EXPIRED, MATCH, NO_PAD, route));
    }
  }

  @Test
  void whatTheTerminalCannotKnowLeadsToAssistanceWithEveryReason() {
    assertEquals(
        new AssuranceDecision.Assist(
            Set.of(
                Reason.CHIP_NOT_AUTHENTICATED,
                Reason.TIME_NOT_VERIFIED,
                Reason.FACE_DID_NOT_MATCH)),
        decide(
            ChipAuthenticity.CHIP_NOT_AUTHENTICATED,
            DocumentValidity.UNKNOWN,
            NO_MATCH,
            NO_PAD,
            Route.FACE));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.FACE_NOT_COMPARED)),
        decide(GOOD, DocumentValidity.VALID, Optional.empty(), NO_PAD, Route.FACE));
  }

  @Test
  void clerkAnswersForWhatTheTerminalCannotKnow() {
    for (Route route : new Route[] {Route.CLERK, Route.REMOTE_CLERK}) {
      assertEquals(
          new AssuranceDecision.Allow(),
          decide(
              ChipAuthenticity.CHIP_NOT_AUTHENTICATED,
              DocumentValidity.UNKNOWN,
              NO_MATCH,
              NO_PAD,
              route));
    }
  }

  @Test
  void credentialReplacesTheFaceAndNothingElse() {
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(GOOD, DocumentValidity.VALID, Optional.empty(), NO_PAD, Route.CREDENTIAL));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.CHIP_NOT_AUTHENTICATED)),
        decide(
            ChipAuthenticity.CHIP_NOT_AUTHENTICATED,
            DocumentValidity.VALID,
            Optional.empty(),
            NO_PAD,
            Route.CREDENTIAL));
  }

  @Test
  void passiveScoreCountsOnlyWhereTheOperatorSaysSo() {
    PadResult low = scored(0.1);
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(GOOD, DocumentValidity.VALID, MATCH, low, Route.FACE));
    AssurancePolicy strict = new AssurancePolicy(OptionalDouble.of(0.25), false);
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED)),
        strict.decide(known(GOOD, DocumentValidity.VALID, MATCH, low, Route.FACE)));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_NOT_ASSESSED)),
        strict.decide(known(GOOD, DocumentValidity.VALID, MATCH, NO_PAD, Route.FACE)));
    assertEquals(
        new AssuranceDecision.Allow(),
        strict.decide(known(GOOD, DocumentValidity.VALID, MATCH, scored(0.25), Route.FACE)));
  }

  private static PadResult scored(double live) {
    return new PadResult(
        Optional.of(new PadResult.Passive(live, 9)), new Active.NotAsked("not configured"));
  }

  @Test
  void faceAloneIsNotEnoughWhereAChallengeIsNeeded() {
    AssurancePolicy unattended = new AssurancePolicy(OptionalDouble.empty(), true);
    assertEquals(
        new AssuranceDecision.Allow(),
        unattended.decide(
            challenged(new Active.Passed(List.of(Challenge.BLINK, Challenge.TURN_LEFT), 1))));
    for (Active weak :
        List.of(
            new Active.NotAsked("no usable picture"),
            new Active.NotPassed(Why.NOT_DONE, List.of()),
            new Active.NotPassed(Why.OUT_OF_TIME, List.of(Challenge.BLINK)))) {
      assertEquals(
          new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_NOT_ASSESSED)),
          unattended.decide(challenged(weak)));
    }
    for (Why why : List.of(Why.WRONG_MOVEMENT, Why.OTHER_FACE)) {
      assertEquals(
          new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED)),
          unattended.decide(challenged(new Active.NotPassed(why, List.of()))));
    }
  }

  @Test
  void clerkNeedsNoChallenge() {
    AssurancePolicy unattended = new AssurancePolicy(OptionalDouble.empty(), true);
    assertEquals(
        new AssuranceDecision.Allow(),
        unattended.decide(
            known(GOOD, DocumentValidity.VALID, Optional.empty(), NO_PAD, Route.CLERK)));
  }

  private static IdentityAssurance challenged(Active active) {
    return known(
        GOOD, DocumentValidity.VALID, MATCH, new PadResult(Optional.empty(), active), Route.FACE);
  }

  @Test
  void documentIsValidThroughItsLastDay() {
    Optional<LocalDate> last = Optional.of(LocalDate.of(2027, 3, 31));
    assertEquals(DocumentValidity.VALID, DocumentValidity.of(last, last));
    assertEquals(
        DocumentValidity.EXPIRED, DocumentValidity.of(last, last.map(day -> day.plusDays(1))));
    assertEquals(DocumentValidity.UNKNOWN, DocumentValidity.of(last, Optional.empty()));
    assertEquals(DocumentValidity.VALID, DocumentValidity.of(Optional.empty(), Optional.empty()));
  }

  private static AssuranceDecision decide(
      ChipAuthenticity chip,
      DocumentValidity validity,
      Optional<FaceComparison> comparison,
      PadResult pad,
      Route route) {
    return POLICY.decide(known(chip, validity, comparison, pad, route));
  }

  private static IdentityAssurance known(
      ChipAuthenticity chip,
      DocumentValidity validity,
      Optional<FaceComparison> comparison,
      PadResult pad,
      Route route) {
    return new IdentityAssurance(
        IdentityDocument.Type.PASSPORT, "PACE-CAN", chip, validity, comparison, pad, route);
  }
}
