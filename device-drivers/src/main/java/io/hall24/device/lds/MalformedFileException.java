package io.hall24.device.lds;

/**
 * A file of the chip does not have the form that its standard gives it. Never tells its content.
 */
public final class MalformedFileException extends Exception {
  private static final long serialVersionUID = 1;

  public MalformedFileException(String problem) {
    super(problem);
  }

  MalformedFileException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
