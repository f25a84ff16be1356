package io.hall24.device.status;

import io.hall24.device.DeviceId;
import java.time.Instant;
import java.util.Optional;

/**
 * What one device last said of itself.
 *
 * @param device whose state it is
 * @param state in standard words
 * @param detail for a technician: reasons, IPP {@code printer-state-reasons}, next step; never
 *     personal data
 * @param since wall clock time of the last change of {@code state}
 * @param record what its supervisor wrote down; empty for what is no device of this machine, such
 *     as the line to the registry
 */
public record DeviceStatus(
    DeviceId device,
    DeviceState state,
    String detail,
    Instant since,
    Optional<DeviceRecord> record) {

  /** Of something without a supervisor. */
  public DeviceStatus(DeviceId device, DeviceState state, String detail, Instant since) {
    this(device, state, detail, since, Optional.empty());
  }

  boolean tellsAsMuchAs(DeviceStatus other) {
    return state == other.state
        && detail.equals(other.detail)
        && record.isPresent() == other.record.isPresent()
        && record.flatMap(ours -> other.record.map(ours::tellsAsMuchAs)).orElse(true);
  }
}
