package io.hall24.device.emrtd;

/** The chip answered with another status than success (ISO/IEC 7816-4, 5.6). */
final class ChipRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  ChipRefusedException(String what, int status) {
    super("%s: chip answered %04x".formatted(what, status));
  }
}
