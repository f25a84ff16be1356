package io.hall24.device.serial;

import java.io.IOException;

/**
 * The line is gone: unplugged, or the program at its other end died. Only opening it again helps.
 */
public final class LineLostException extends IOException {
  private static final long serialVersionUID = 1;

  LineLostException(String message) {
    super(message);
  }
}
