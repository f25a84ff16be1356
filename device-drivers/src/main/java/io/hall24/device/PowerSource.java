package io.hall24.device;

import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What feeds the terminal: the mains, or a battery for a while. */
public interface PowerSource extends Device {
  /** Where the power comes from now. */
  Attempt<PowerReport> report(Patience patience);

  /**
   * The state of the power.
   *
   * @param feed what feeds the terminal
   * @param low whether the battery is so far down that nothing new should be begun
   * @param charge of the battery in percent, if it is known
   * @param runtime how long the battery lasts, if it is known
   * @param replaceBattery whether a technician should bring a new battery
   */
  record PowerReport(
      Feed feed,
      boolean low,
      OptionalInt charge,
      Optional<Duration> runtime,
      boolean replaceBattery) {
    /** Whether something that must not be cut off may be begun. */
    public boolean enoughForAVisit() {
      return feed == Feed.MAINS || !low;
    }
  }

  /** What can feed the terminal. */
  enum Feed {
    MAINS,
    BATTERY
  }
}
