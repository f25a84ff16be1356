package io.hall24.device;

import io.hall24.device.time.HallClock;
import java.util.Map;

/** A driver, found through {@link java.util.ServiceLoader}. */
public interface DeviceDriver {
  /** The name by which a configuration asks for it, e.g. {@code ipp-printer}. */
  String name();

  /** The kind of device that it makes. */
  DeviceKind kind();

  /** Whether its devices only pretend. */
  default boolean simulated() {
    return false;
  }

  /**
   * Whether its devices only pretend when they are set so; such settings load in demo profiles
   * only.
   */
  default boolean simulated(Map<String, String> settings) {
    return simulated();
  }

  /** The settings that it understands. */
  SettingsSpec settings();

  /** A closed device. The settings were checked against {@link #settings()}. */
  Device create(DeviceId id, Settings settings, HallClock clock);
}
