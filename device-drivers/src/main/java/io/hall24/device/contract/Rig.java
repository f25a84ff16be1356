package io.hall24.device.contract;

import io.hall24.device.DeviceDriver;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A driver with a device, or a simulator of one, that can be unplugged. Made anew for every clause,
 * plugged in; the kit closes it afterwards.
 */
public interface Rig extends AutoCloseable {
  DeviceDriver driver();

  /** The settings with which its device is reached. */
  Map<String, String> settings();

  /** Well-formed settings that lead to no device, e.g. a port that does not exist. */
  Map<String, String> settingsOfNothing();

  /**
   * Takes the device away: pulls its cable, kills its daemon.
   *
   * @throws Exception when that does not work; the clause is then broken
   */
  void unplug() throws Exception;

  /** Brings it back under the same settings. */
  void plug() throws Exception;

  /**
   * Makes the device fall silent without going away, until it is ended. Empty when this device
   * cannot hang without being away.
   */
  Optional<Hang> hang();

  /**
   * What asks the device for something that takes a while; empty means the kind's usual question.
   */
  default Optional<Question> question() {
    return Optional.empty();
  }

  /** Makes a device hang. */
  interface Hang {
    void begin() throws Exception;

    void end() throws Exception;
  }

  default HallClock clock() {
    return HallClock.system();
  }

  @Override
  void close() throws IOException;
}
