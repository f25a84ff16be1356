package io.hall24.kiosk.app;

/** An option or an input file that a command cannot work with; ends it with exit code 2. */
final class WrongInput extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong and what was expected
   */
  WrongInput(String problem) {
    super(problem, null, false, false);
  }
}
