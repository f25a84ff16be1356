package io.hall24.device;

import io.hall24.device.time.HallClock;

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

  /** The settings that it understands. */
  SettingsSpec settings();

  /** A closed device. The settings were checked against {@link #settings()}. */
  Device create(DeviceId id, Settings settings, HallClock clock);
}
