package io.hall24.kiosk.app;

/** What came of starting the terminal. */
sealed interface TerminalOpening {
  /** It serves. */
  record Opened(Terminal terminal) implements TerminalOpening {}

  /**
   * It does not start.
   *
   * @param problem what is wrong, with the values that are wrong
   * @param remedy what a technician does about it
   */
  record Failed(String problem, String remedy) implements TerminalOpening {}
}
