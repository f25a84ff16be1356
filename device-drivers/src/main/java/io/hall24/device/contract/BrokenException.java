package io.hall24.device.contract;

/** A clause does not hold; the message says how. */
final class BrokenException extends Exception {
  private static final long serialVersionUID = 1;

  BrokenException(String how) {
    super(how);
  }

  static void unless(boolean holds, String how) throws BrokenException {
    if (!holds) {
      throw new BrokenException(how);
    }
  }
}
