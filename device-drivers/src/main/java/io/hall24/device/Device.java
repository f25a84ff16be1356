package io.hall24.device;

import io.hall24.device.time.Patience;

/**
 * One device. Calls come from the device's own platform thread only (see {@code supervision});
 * every blocking call takes a {@link Patience} and ends soon after it is over.
 */
public interface Device extends AutoCloseable {
  DeviceId id();

  DeviceKind kind();

  /** Whether it only pretends; such devices load in demo profiles only. */
  default boolean simulated() {
    return false;
  }

  /**
   * Makes the device ready; opening an open device answers at once. The value describes it: model,
   * firmware.
   */
  Attempt<String> open(Patience patience);

  /**
   * Looks whether it still works, without disturbing it; the value says what a technician may want
   * to know.
   */
  Attempt<String> probe(Patience patience);

  /** Gives up the device; closing twice does nothing. Never throws, never blocks for long. */
  @Override
  void close();
}
