package io.hall24.device.status;

/**
 * A device's state in XFS4IoT's vocabulary (Common.Status, {@code device}). Ordered from best to
 * worst.
 */
public enum DeviceState {
  /** Works. */
  ONLINE,
  /** Works at something else just now. */
  DEVICE_BUSY,
  /** On its way to {@link #ONLINE}. */
  STARTING,
  /** Switched off by an operator, or unreachable. */
  OFFLINE,
  /** A person prevents operation: cover open, paper empty, lens covered. */
  USER_ERROR,
  /** Configured, but not there. */
  NO_DEVICE,
  /** Broken; a technician has to look. */
  HARDWARE_ERROR;

  /** Whether a service that needs the device may be offered. */
  public boolean usable() {
    return this == ONLINE || this == DEVICE_BUSY;
  }
}
