package io.hall24.kiosk.ops.daybook;

import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An issuance as the journal tells it.
 *
 * @param steps the states that it came through, with the time of each, at least one
 * @param sheet the reserved one
 * @param faceHash of what was granted to be printed
 */
record DayIssuance(
    Ticket ticket, List<Step> steps, Optional<SheetNumber> sheet, Optional<String> faceHash) {
  DayIssuance {
    steps = List.copyOf(steps);
  }

  /** One state. */
  record Step(IssuanceState state, Instant at) {}

  IssuanceState last() {
    return steps.getLast().state();
  }

  /** The state that it ended in; empty while it has not ended. */
  Optional<IssuanceState> ending() {
    return steps.stream().map(Step::state).filter(IssuanceState::ended).findFirst();
  }

  boolean cameThrough(IssuanceState state) {
    return steps.stream().anyMatch(step -> step.state() == state);
  }

  /** From the intent to its ending. */
  Optional<Duration> lasted() {
    return steps.stream()
        .filter(step -> step.state().ended())
        .findFirst()
        .map(end -> Duration.between(steps.getFirst().at(), end.at()));
  }
}
