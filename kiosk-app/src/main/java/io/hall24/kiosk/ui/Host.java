package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.VisitOutcome;

/** The terminal behind the screen. */
public interface Host {
  /** How things stand now; quick, and without a device. */
  Conditions conditions();

  /** Serves one person on the calling virtual thread. */
  void serve(Dialogue dialogue) throws InterruptedException;

  /** Ends the current visit, if there is one. */
  void leave(VisitOutcome.Why why);
}
