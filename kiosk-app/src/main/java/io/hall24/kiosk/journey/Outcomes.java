package io.hall24.kiosk.journey;

import java.util.List;
import java.util.Optional;

/** What the journal says of an outcome beside its code: reasons, no person. */
final class Outcomes {
  private Outcomes() {}

  static Optional<String> detailOf(VisitOutcome outcome) {
    return switch (outcome) {
      case VisitOutcome.PartlyCollected(var _, var _, var reason) -> Optional.of(reason.name());
      case VisitOutcome.DocumentNotAccepted(var problem) -> Optional.of(problem.name());
      case VisitOutcome.ServiceUnavailable(var part) -> Optional.of(part.name());
      case VisitOutcome.Abandoned(var why) -> Optional.of(why.name());
      case VisitOutcome.HandBackStopped(var _, var given, var unclear) ->
          Optional.of(given + (unclear ? " in the slot, one unclear" : " in the slot"));
      case VisitOutcome.Collected _,
          VisitOutcome.NothingToCollect _,
          VisitOutcome.SurrenderFirst _,
          VisitOutcome.NotNamed _,
          VisitOutcome.DayIsFull _,
          VisitOutcome.Errands _,
          VisitOutcome.OtherRoute _,
          VisitOutcome.NotConfirmed _,
          VisitOutcome.Booked _,
          VisitOutcome.WrongInformation _,
          VisitOutcome.NotedForLater _,
          VisitOutcome.Informed _ ->
          Optional.empty();
    };
  }

  /** Whether a copy was not granted because the registry did not answer. */
  static boolean wantedAnAnswer(List<VisitOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(outcome ->
            outcome instanceof VisitOutcome.PartlyCollected(var _, var _, var reason)
                && reason == VisitOutcome.StopReason.REGISTRY_UNREACHABLE);
  }

  /** Whether nobody has a licence in their hand. */
  static boolean nothingHandedOver(List<VisitOutcome> outcomes) {
    return outcomes.stream()
        .noneMatch(outcome ->
            outcome instanceof VisitOutcome.Collected
                || (outcome instanceof VisitOutcome.PartlyCollected(var _, var copies, var _)
                    && !copies.isEmpty()));
  }

  /** The case that a visit was about, where it was about one. */
  static Optional<String> caseOf(VisitOutcome outcome) {
    return switch (outcome) {
      case VisitOutcome.Collected(var caseNumber, var _) -> Optional.of(caseNumber);
      case VisitOutcome.PartlyCollected(var caseNumber, var _, var _) -> Optional.of(caseNumber);
      case VisitOutcome.WrongInformation(var caseNumber) -> Optional.of(caseNumber);
      case VisitOutcome.SurrenderFirst(var caseNumber) -> Optional.of(caseNumber);
      case VisitOutcome.HandBackStopped(var caseNumber, var _, var _) -> Optional.of(caseNumber);
      default -> Optional.empty();
    };
  }
}
