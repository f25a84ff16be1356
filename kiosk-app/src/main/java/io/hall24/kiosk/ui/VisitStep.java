package io.hall24.kiosk.ui;

import java.util.Locale;

/** The six steps of a visit, as the bar at the top of the screen shows them. */
public enum VisitStep {
  NOTICE,
  DOCUMENT,
  VERIFY,
  CHOOSE,
  PRINT,
  TAKE;

  /** Its name for a person. */
  public Words words() {
    return Words.of("screen.step." + name().toLowerCase(Locale.ROOT));
  }
}
