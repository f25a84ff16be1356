package io.hall24.device;

import io.hall24.device.time.Patience;
import java.util.List;
import java.util.Optional;

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

  /** What this one lacks of that which its kind can have; the same while it is open. */
  default Capabilities capabilities() {
    return Capabilities.COMPLETE;
  }

  /** The firmware that it named when it was opened, where it names one. */
  default Optional<String> firmware() {
    return Optional.empty();
  }

  /**
   * What runs out or fills up in it, as the last {@link #open}, {@link #probe} or other question
   * found it; asks nothing.
   */
  default List<Consumable> consumables() {
    return List.of();
  }

  /** Gives up the device; closing twice does nothing. Never throws, never blocks for long. */
  @Override
  void close();
}
