package io.hall24.device.pcsc;

/** A card that lies there could not be taken up; its cause says why. */
public final class CardRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  public CardRefusedException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
