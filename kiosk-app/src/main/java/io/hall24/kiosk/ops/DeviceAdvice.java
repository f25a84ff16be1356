package io.hall24.kiosk.ops;

import io.hall24.device.status.DeviceState;

/** What a technician does about a device's state, in a few words. */
public final class DeviceAdvice {
  private DeviceAdvice() {}

  /** The next step, beside what the device itself says in its detail. */
  public static String on(DeviceState state) {
    return switch (state) {
      case ONLINE -> "nothing to do";
      case DEVICE_BUSY -> "wait until it has finished";
      case STARTING -> "wait; if it stays like this for a minute, switch it off and on";
      case OFFLINE -> "look at power and cable, and whether its daemon runs; it is tried again";
      case USER_ERROR -> "look at the device: paper, cover, lens, or a file that its detail names";
      case NO_DEVICE -> "check its settings in the profile, and that it is plugged in";
      case HARDWARE_ERROR -> "switch it off and on; if that does not help, replace it";
    };
  }
}
