package io.hall24.device;

import io.hall24.device.time.Patience;

/**
 * Holds the printed sheet behind a flap, presents it, notices that it is taken, and retracts it
 * into a bin.
 */
public interface OutputPresenter extends Device {
  /** What the sensors see now. */
  Attempt<PresenterReport> report(Patience patience);

  /** Opens the flap for the sheet that lies behind it. */
  Attempt<PresenterReport> present(Patience patience);

  /** Waits until the presented sheet was taken. */
  Attempt<PresenterReport> awaitTaken(Patience patience);

  /** Moves the sheet into the locked bin and closes the flap. */
  Attempt<PresenterReport> retract(Patience patience);
}
