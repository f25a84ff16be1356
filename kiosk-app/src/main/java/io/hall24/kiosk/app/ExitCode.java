package io.hall24.kiosk.app;

/** What a command of {@code hall24} tells the shell. */
public enum ExitCode {
  /** It was done, or the answer is yes. */
  SUCCESS(0),
  /** The answer is no: a record is not intact, faces do not match, a code is not valid. */
  NEGATIVE(1),
  /** The command line or an input file is wrong. */
  USAGE(2),
  /** A device, the registry or something else that the command needs is not available. */
  UNAVAILABLE(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /**
   * The process's exit status.
   *
   * @return 0 to 3
   */
  public int number() {
    return number;
  }
}
