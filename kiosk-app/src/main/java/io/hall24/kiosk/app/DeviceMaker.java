package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.Device;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes the supervised devices of a checked profile.
 *
 * @param drivers that are installed
 * @param board on which they report
 */
record DeviceMaker(Profile profile, Drivers drivers, StatusBoard board, HallClock clock) {
  /** The device of a role that every terminal has. */
  <D extends Device> SupervisedDevice<D> make(Role role, Class<D> type) {
    return new SupervisedDevice<>(
        drivers.create(profile, role, type, clock), board, clock, RandomGenerator.getDefault());
  }

  /** The device of a role that a terminal may do without. */
  <D extends Device> Optional<SupervisedDevice<D>> find(Role role, Class<D> type) {
    return profile.devices().containsKey(role) ? Optional.of(make(role, type)) : Optional.empty();
  }
}
