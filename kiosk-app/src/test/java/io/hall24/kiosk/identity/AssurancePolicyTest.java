package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.identity.AssuranceDecision.Reason;
import io.hall24.kiosk.identity.IdentityAssurance.Route;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssurancePolicyTest {
  private static final AssurancePolicy POLICY = new AssurancePolicy(OptionalDouble.empty());
  private static final PadResult NO_PAD = new PadResult.NotAssessed("not configured");
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
    PadResult low = new PadResult.PassiveScore(0.1, 9);
    assertEquals(
        new AssuranceDecision.Allow(),
        decide(GOOD, DocumentValidity.VALID, MATCH, low, Route.FACE));
    AssurancePolicy strict = new AssurancePolicy(OptionalDouble.of(0.25));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_SUSPECTED)),
        strict.decide(known(GOOD, DocumentValidity.VALID, MATCH, low, Route.FACE)));
    assertEquals(
        new AssuranceDecision.Assist(Set.of(Reason.PRESENTATION_ATTACK_NOT_ASSESSED)),
        strict.decide(known(GOOD, DocumentValidity.VALID, MATCH, NO_PAD, Route.FACE)));
    assertEquals(
        new AssuranceDecision.Allow(),
        strict.decide(
            known(
                GOOD,
                DocumentValidity.VALID,
                MATCH,
                new PadResult.PassiveScore(0.25, 9),
                Route.FACE)));
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
