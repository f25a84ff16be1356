package io.hall24.kiosk.journey;

/**
 * Ends the story of a visit from within one of its steps. Carries no stack trace: it reports an
 * outcome, not an error.
 */
final class VisitEnd extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final VisitOutcome outcome;

  VisitEnd(VisitOutcome outcome) {
    super(outcome.code(), null, false, false);
    this.outcome = outcome;
  }

  VisitOutcome outcome() {
    return outcome;
  }
}
