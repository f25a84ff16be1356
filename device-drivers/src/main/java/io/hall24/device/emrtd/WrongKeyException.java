package io.hall24.device.emrtd;

/** The chip does not open to this key. */
final class WrongKeyException extends Exception {
  private static final long serialVersionUID = 1;

  WrongKeyException(Throwable cause) {
    super(cause);
  }
}
