package io.hall24.device.status;

import io.hall24.device.DeviceId;
import java.time.Instant;

/**
 * What one device last said of itself.
 *
 * @param device whose state it is
 * @param state in standard words
 * @param detail for a technician: reasons, IPP {@code printer-state-reasons}, next step; never
 *     personal data
 * @param since wall clock time of the last change of {@code state}
 */
public record DeviceStatus(DeviceId device, DeviceState state, String detail, Instant since) {}
