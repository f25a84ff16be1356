package io.hall24.device.status;

import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceKind;
import io.hall24.device.FailureKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written down about a supervised device since the terminal started.
 *
 * @param kind what it is
 * @param simulated whether it only pretends
 * @param errors failures by kind; tries to reopen a device that stays lost in the same way count
 *     once
 * @param fault the failure that keeps it from working now
 * @param lastSuccess wall clock time of the last answer that was not a failure
 * @param firmware what it named when it was opened last
 * @param consumables what runs out or fills up in it, as last seen
 * @param capabilities what it lacks
 */
public record DeviceRecord(
    DeviceKind kind,
    boolean simulated,
    Map<FailureKind, Long> errors,
    Optional<FailureKind> fault,
    Optional<Instant> lastSuccess,
    Optional<String> firmware,
    List<Consumable> consumables,
    Capabilities capabilities) {
  public DeviceRecord {
    EnumMap<FailureKind, Long> counted = new EnumMap<>(FailureKind.class);
    counted.putAll(errors);
    errors = java.util.Collections.unmodifiableMap(counted);
    consumables = List.copyOf(consumables);
  }

  /** Whether a technician has to come: it is lost in a way that does not heal. */
  public boolean permanentFault() {
    return fault.isPresent() && !fault.get().heals();
  }

  /** Whether a supply or bin should be seen to. */
  public boolean needsAttention() {
    return consumables.stream().anyMatch(Consumable::needsAttention);
  }

  /** The same but for the time of the last success, which moves all the time. */
  boolean tellsAsMuchAs(DeviceRecord other) {
    return withoutTime().equals(other.withoutTime());
  }

  private DeviceRecord withoutTime() {
    return new DeviceRecord(
        kind, simulated, errors, fault, Optional.empty(), firmware, consumables, capabilities);
  }
}
