package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitOutcome;

/** The terminal behind the screen. */
public interface Host {
  /** How things stand now; quick, and without a device. */
  Conditions conditions();

  /** Serves one person on the calling virtual thread, with what they come for. */
  void serve(Purpose purpose, Dialogue dialogue) throws InterruptedException;

  /** Asks whoever was served last how it was. */
  void rate(Dialogue dialogue);

  /** Ends the current visit, if there is one. */
  void leave(VisitOutcome.Why why);
}
