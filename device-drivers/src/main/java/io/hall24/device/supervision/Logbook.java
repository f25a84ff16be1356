package io.hall24.device.supervision;

import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.Device;
import io.hall24.device.DeviceKind;
import io.hall24.device.FailureKind;
import io.hall24.device.status.DeviceRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a supervisor writes down about its device. Safe for use by several threads. */
final class Logbook {
  private final DeviceKind kind;
  private final boolean simulated;
  private final Map<FailureKind, Long> errors = new EnumMap<>(FailureKind.class);
  private Optional<FailureKind> fault = Optional.empty();
  private Optional<Instant> lastSuccess = Optional.empty();
  private Optional<String> firmware = Optional.empty();
  private List<Consumable> consumables = List.of();
  private Capabilities capabilities = Capabilities.COMPLETE;

  Logbook(DeviceKind kind, boolean simulated) {
    this.kind = kind;
    this.simulated = simulated;
  }

  /** Looks at the device itself; on its own thread only. */
  void see(Device device) {
    Optional<String> named = device.firmware();
    List<Consumable> seen = device.consumables();
    Capabilities able = device.capabilities();
    synchronized (this) {
      firmware = named;
      consumables = seen;
      capabilities = able;
    }
  }

  synchronized void succeeded(Instant at) {
    lastSuccess = Optional.of(at);
    fault = Optional.empty();
  }

  /**
   * A question failed.
   *
   * @param reopening whether the device was lost before; then the same failure again is no news
   */
  synchronized void failed(FailureKind failure, boolean reopening) {
    if (!reopening || !fault.equals(Optional.of(failure))) {
      errors.merge(failure, 1L, Long::sum);
    }
    switch (failure) {
      case OFFLINE, NO_DEVICE, HARDWARE_ERROR, USER_ERROR -> fault = Optional.of(failure);
      case BUSY, TIMED_OUT, CANCELLED, ANSWER_LOST -> {}
    }
  }

  synchronized DeviceRecord record() {
    return new DeviceRecord(
        kind, simulated, errors, fault, lastSuccess, firmware, consumables, capabilities);
  }
}
