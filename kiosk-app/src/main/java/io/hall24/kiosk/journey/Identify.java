package io.hall24.kiosk.journey;

import io.hall24.device.ChipPhoto;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.gateway.ComparisonsAnswer;
import io.hall24.kiosk.gateway.DocumentQuery;
import io.hall24.kiosk.identity.AssuranceDecision;
import io.hall24.kiosk.identity.AssuranceDecision.Reason;
import io.hall24.kiosk.identity.DocumentValidity;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.HolderAge;
import io.hall24.kiosk.identity.IdentityAssurance;
import io.hall24.kiosk.identity.PadResult;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.identity.SurfacePolicy;
import io.hall24.kiosk.journey.VisitOutcome.DocumentNotAccepted;
import io.hall24.kiosk.journey.VisitOutcome.DocumentProblem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step of a visit in which it is decided who stands there: by the face where the person
 * consented to that, and otherwise, or where that was not enough, by somebody's word.
 */
final class Identify {
  private static final Duration REGISTRY = Duration.ofSeconds(4);
  private static final SurfacePolicy SURFACE = SurfacePolicy.standard();

  private final Counter counter;
  private final CompareFace faces;
  private final OtherWay otherWay;

  Identify(Counter counter) {
    this.counter = counter;
    this.faces = new CompareFace(counter.cameras(), counter.faces(), counter.random());
    this.otherWay = new OtherWay(counter);
  }

  /** What is known of a document before anybody looks at its holder. */
  private record Known(IdentityDocument document, DocumentValidity validity, HolderAge age) {
    IdentityAssurance by(Route route) {
      return new IdentityAssurance(
          document.type(), document.protocol(), document.authenticity(), validity, age, route);
    }
  }

  /** What came of the face, and how a visit ends that goes no other way. */
  private record ByFace(AssuranceDecision decision, VisitOutcome otherwise) {}

  /**
   * Returns when it is certain enough; ends the visit when it is not.
   *
   * @return by whose word, where it was not the face
   */
  Optional<Route> identify(Visit visit, IdentityDocument document, boolean withFace, Dialogue ask)
      throws InterruptedException {
    Optional<LocalDate> today = counter.verifiedToday().get();
    Known known =
        new Known(
            document,
            DocumentValidity.of(document.expiry(), today),
            HolderAge.of(document.birth(), today));
    requireAcceptable(visit, known);
    VisitOutcome otherwise = new VisitOutcome.OtherRoute();
    if (withFace) {
      ByFace byFace = byFace(visit, known, ask);
      // Decided: the camera is off whatever comes next.
      counter.cameras().rest();
      if (byFace.decision() instanceof AssuranceDecision.Allow) {
        return Optional.empty();
      }
      otherwise = byFace.otherwise();
    }
    return Optional.of(byWord(visit, known, otherwise, ask));
  }

  /** By somebody's word, because the registry wants one for this person. */
  Route confirmed(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    return otherWay.confirm(visit, document, OtherWay.BY_CLERK, new VisitOutcome.OtherRoute(), ask);
  }

  /** No way helps with a document that is forged or expired. */
  private void requireAcceptable(Visit visit, Known known) {
    Route nobodyYet = new Route.Clerk(0, Set.of(Route.Factor.values()));
    AssuranceDecision decision = counter.assurance().decide(known.by(nobodyYet));
    if (decision instanceof AssuranceDecision.Refuse(var reasons)) {
      decided(visit, decision);
      throw new VisitEnd(
          new DocumentNotAccepted(
              reasons.contains(Reason.CHIP_FORGED)
                  ? DocumentProblem.NOT_GENUINE
                  : DocumentProblem.EXPIRED));
    }
  }

  private ByFace byFace(Visit visit, Known known, Dialogue ask) throws InterruptedException {
    if (known.age() == HolderAge.CHILD) {
      return notCompared(visit, known, "a child", new VisitOutcome.OtherRoute());
    }
    Optional<ChipPhoto> photo = known.document().photo();
    if (photo.isEmpty()) {
      return notCompared(
          visit, known, "no photo", new DocumentNotAccepted(DocumentProblem.NO_PHOTO));
    }
    int left = comparisonsLeft(known.document());
    if (left == 0) {
      var decision = new AssuranceDecision.Assist(Set.of(Reason.COMPARISONS_USED_UP));
      decided(visit, decision);
      return new ByFace(decision, new VisitOutcome.NotConfirmed());
    }
    FacePolicy policy = counter.facePolicy().atMost(left);
    Runnable failed = () -> recordFailure(visit, known.document());
    return faces
        .compare(visit, photo.get(), policy, failed, ask)
        .map(step -> looked(visit, known, step))
        .orElseGet(
            () -> notCompared(visit, known, "not wished any more", new VisitOutcome.OtherRoute()));
  }

  private ByFace looked(Visit visit, Known known, Step step) {
    if (!(step instanceof Step.Decided(var comparison, var pad))) {
      return notCompared(visit, known, "no usable picture", new VisitOutcome.NotConfirmed());
    }
    counter.require(
        new VisitEvent.FaceCompared(
            visit.id(),
            comparison.score(),
            comparison.threshold(),
            comparison.algorithm(),
            comparison.match()));
    counter.require(VisitEvent.PadAssessed.of(visit.id(), pad));
    pad.surface()
        .ifPresent(seen ->
            counter.require(
                new VisitEvent.SurfaceSeen(
                    visit.id(),
                    seen.pattern(),
                    seen.edges(),
                    SURFACE.suspects(seen.pattern(), seen.edges()))));
    return decided(visit, known, new Route.Face(Optional.of(comparison), pad));
  }

  private ByFace notCompared(Visit visit, Known known, String why, VisitOutcome otherwise) {
    var face = new Route.Face(Optional.empty(), PadResult.notAssessed(why));
    return new ByFace(decided(visit, known, face).decision(), otherwise);
  }

  private ByFace decided(Visit visit, Known known, Route route) {
    AssuranceDecision decision = counter.assurance().decide(known.by(route));
    decided(visit, decision);
    return new ByFace(decision, new VisitOutcome.NotConfirmed());
  }

  /**
   * Without an answer only this terminal's own limit holds: without the registry nothing is printed
   * but what was granted beforehand to somebody who announced a visit.
   */
  private int comparisonsLeft(IdentityDocument document) throws InterruptedException {
    var query =
        new DocumentQuery(document.type().name(), document.number(), document.nationality());
    return switch (counter.registry().comparisons(query, counter.patience(REGISTRY))) {
      case ComparisonsAnswer.Left(var left) -> left;
      case ComparisonsAnswer.Refused(var reason) when reason.equals(AskOrders.REPORTED) ->
          throw new VisitEnd(new DocumentNotAccepted(DocumentProblem.REPORTED));
      case ComparisonsAnswer.Refused _, ComparisonsAnswer.Unavailable _ -> Integer.MAX_VALUE;
    };
  }

  /**
   * Even when the disk is full the visit goes on to its decision, which then cannot be recorded.
   */
  private void recordFailure(Visit visit, IdentityDocument document) {
    var _ =
        counter.record(
            new VisitEvent.FaceFailed(
                visit.id(), document.type().name(), document.number(), document.nationality()));
  }

  private Route byWord(Visit visit, Known known, VisitOutcome otherwise, Dialogue ask)
      throws InterruptedException {
    Route route = otherWay.confirm(visit, known.document(), OtherWay.EVERY, otherwise, ask);
    AssuranceDecision decision = counter.assurance().decide(known.by(route));
    decided(visit, decision);
    if (!(decision instanceof AssuranceDecision.Allow)) {
      throw new VisitEnd(otherwise);
    }
    return route;
  }

  private void decided(Visit visit, AssuranceDecision decision) {
    counter.require(
        switch (decision) {
          case AssuranceDecision.Allow() ->
              new VisitEvent.IdentityDecided(visit.id(), "ALLOW", List.of());
          case AssuranceDecision.Assist(var reasons) ->
              new VisitEvent.IdentityDecided(visit.id(), "ASSIST", names(reasons));
          case AssuranceDecision.Refuse(var reasons) ->
              new VisitEvent.IdentityDecided(visit.id(), "REFUSE", names(reasons));
        });
  }

  private static List<String> names(Set<Reason> reasons) {
    return reasons.stream().map(Enum::name).sorted().toList();
  }
}
