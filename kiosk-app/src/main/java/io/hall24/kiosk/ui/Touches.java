package io.hall24.kiosk.ui;

/** What may be touched on every screen and concerns the visit. */
public interface Touches {
  /** Help is open, or closed again. */
  void help(boolean open);

  /** Whether the person needs twice the time for everything, from now on. */
  void unhurried(boolean needed);

  /** The person ends the visit. */
  void wayOut();
}
