package io.hall24.device.emrtd;

import java.util.logging.Level;
import java.util.logging.Logger;

final class Rehearsal {
  private static final Logger SCUBA = Logger.getLogger("net.sf.scuba");
  private static final Logger JMRTD = Logger.getLogger("org.jmrtd");

  private Rehearsal() {}

  static void once() {
    SCUBA.setLevel(Level.OFF);
    JMRTD.setLevel(Level.OFF);
  }
}
