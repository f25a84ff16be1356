package io.hall24.device.sam;

/** A card's record is not what its layout says. The message names the field, never its content. */
final class MalformedRecordException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedRecordException(String message) {
    super(message);
  }
}
