package io.hall24.device;

import io.hall24.device.time.Patience;

/** Watches the door of the housing. */
public interface DoorContact extends Device {
  /** What the contacts say now. */
  Attempt<DoorReport> report(Patience patience);

  /** Waits until the contacts say something else than the caller knows. */
  Attempt<DoorReport> awaitOtherThan(DoorReport known, Patience patience);

  /**
   * The state of the housing.
   *
   * @param open the door stands open
   * @param tampered somebody shook, drilled or lifted it, or cut the contact's wire; stays so until
   *     the device is closed and opened again
   * @param openings how often the door was opened since the contacts have power; it tells of
   *     openings that nobody watched
   */
  record DoorReport(boolean open, boolean tampered, int openings) {}
}
