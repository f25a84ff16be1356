package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.identity.AssuranceDecision.Reason;
import io.hall24.kiosk.identity.PadResult.Active;
import io.hall24.kiosk.identity.PadResult.Active.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  private static final Route CLERK =
      new Route.Clerk(101, Set.of(Route.Factor.PIN, Route.Factor.ONE_TIME_CODE));
  private static final Route REMOTE =
      new Route.RemoteClerk("V-7", Set.of(Route.Factor.PIN, Route.Factor.ONE_TIME_CODE));
  private static final Route CREDENTIAL = new Route.Credential("test", true);

  @Test
  void matchWithAnAuthenticValidDocumentIsEnough() {
    for (ChipAuthenticity proven : List.of(GOOD, ChipAuthenticity.AUTHENTICATED_BY_READER)) {
      assertEquals(
          new AssuranceDecision.Allow(),
          decide(proven, DocumentValidity.VALID, new Route.Face(MATCH, NO_PAD)));
    }
  }

  @Test
  void forgedOrExpiredDocumentIsRefusedOnEveryRoute() {
    for (Route route : List.of(new Route.Face(MATCH, NO_PAD), CLERK, REMOTE, CREDENTIAL)) {
      assertEquals(
          new AssuranceDecision.Refuse(Set.of(Reason.CHIP_FORGED, Reason.DOCUMENT_EXPIRED)),
          decide(ChipAuthenticity.FORGED, DocumentValidity.EXPIRED, route));
      assertEquals(
          new AssuranceDecision.Refuse(Set.of(Reason.DOCUMENT_EXPIRED)),
          decide(GOOD, DocumentValidity.EXPIRED, route));
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
            new Route.Face(NO_MATCH, NO_PAD)));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.FACE_NOT_COMPARED)),
        decide(GOOD, DocumentValidity.VALID, new Route.Face(Optional.empty(), NO_PAD)));
  }

  @Test
  void clerkAnswersForWhatTheTerminalCannotKnow() {
    for (Route route : List.of(CLERK, REMOTE)) {
      assertEquals(
          new AssuranceDecision.Allow(),
          decide(ChipAuthenticity.CHIP_NOT_AUTHENTICATED, DocumentValidity.UNKNOWN, route));
    }
  }

  @Test
  void clerkWithOneFactorIsNotEnough() {
    for (Route route :
        List.of(
            new Route.Clerk(101, Set.of(Route.Factor.PIN)),
            new Route.RemoteClerk("V-7", Set.of(Route.Factor.ONE_TIME_CODE)),
            new Route.RemoteClerk("V-7", Set.of()))) {
      assertEquals(
          new AssuranceDecision.Assist(Set.of(Reason.NOT_CO_SIGNED)),
          decide(GOOD, DocumentValidity.VALID, route));
    }
  }

  @Test
  void credentialReplacesTheFaceAndNothingElse() {
    assertEquals(new AssuranceDecision.Allow(), decide(GOOD, DocumentValidity.VALID, CREDENTIAL));
    assertEquals(
        new AssuranceDecision.Assist(
            Set.of(Reason.CHIP_NOT_AUTHENTICATED, Reason.CREDENTIAL_NOT_FRESH)),
        decide(
            ChipAuthenticity.CHIP_NOT_AUTHENTICATED,
            DocumentValidity.VALID,
            new Route.Credential("test", false)));
  }

  @Test
  void childsFaceIsNeverEnoughAndAClerkIs() {
    for (var expected :
        Map.of(
                HolderAge.CHILD, Reason.HOLDER_IS_A_CHILD,
                HolderAge.UNKNOWN, Reason.TIME_NOT_VERIFIED)
            .entrySet()) {
      assertEquals(
          new AssuranceDecision.Assist(Set.of(expected.getValue())),
          POLICY.decide(
              known(
                  GOOD, DocumentValidity.VALID, expected.getKey(), new Route.Face(MATCH, NO_PAD))));
      assertEquals(
          new AssuranceDecision.Allow(),
          POLICY.decide(known(GOOD, DocumentValidity.VALID, expected.getKey(), CLERK)));
    }
  }

  @Test
  void somebodyIsAChildUntilTheFourteenthBirthdayIsOver() {
    LocalDate birth = LocalDate.of(2012, 2, 29);
    assertEquals(HolderAge.CHILD, HolderAge.of(birth, Optional.of(LocalDate.of(2026, 2, 28))));
    assertEquals(HolderAge.OLD_ENOUGH, HolderAge.of(birth, Optional.of(LocalDate.of(2026, 3, 1))));
    assertEquals(HolderAge.UNKNOWN, HolderAge.of(birth, Optional.empty()));
  }

  @Test
  void passiveScoreCountsOnlyWhereTheOperatorSaysSo() {
    PadResult low = scored(0.1);
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(GOOD, DocumentValidity.VALID, new Route.Face(MATCH, low)));
    AssurancePolicy strict = new AssurancePolicy(OptionalDouble.of(0.25), false);
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED)),
        strict.decide(face(low)));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_NOT_ASSESSED)),
        strict.decide(face(NO_PAD)));
    assertEquals(new AssuranceDecision.Allow(), strict.decide(face(scored(0.25))));
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
        unattended.decide(known(GOOD, DocumentValidity.VALID, HolderAge.OLD_ENOUGH, CLERK)));
  }

  private static IdentityAssurance challenged(Active active) {
    return face(new PadResult(Optional.empty(), active));
  }

  private static IdentityAssurance face(PadResult pad) {
    return known(GOOD, DocumentValidity.VALID, HolderAge.OLD_ENOUGH, new Route.Face(MATCH, pad));
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
      ChipAuthenticity chip, DocumentValidity validity, Route route) {
    return POLICY.decide(known(chip, validity, HolderAge.OLD_ENOUGH, route));
  }

  private static IdentityAssurance known(
      ChipAuthenticity chip, DocumentValidity validity, HolderAge age, Route route) {
    return new IdentityAssurance(
        IdentityDocument.Type.PASSPORT, "PACE-CAN", chip, validity, age, route);
  }
}
