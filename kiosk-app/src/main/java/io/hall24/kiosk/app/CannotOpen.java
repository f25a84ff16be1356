package io.hall24.kiosk.app;

/**
 * A part of the terminal that does not start; becomes {@link TerminalOpening.Failed}, or ends a
 * command with exit code 3.
 */
final class CannotOpen extends Exception {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  CannotOpen(String problem, String remedy) {
    super(problem, null, false, false);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }

  TerminalOpening.Failed asOutcome() {
    return new TerminalOpening.Failed(String.valueOf(getMessage()), remedy);
  }
}
