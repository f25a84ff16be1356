package io.hall24.device.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import io.hall24.device.DeviceFailure;
import java.util.Optional;

/** What the status code of an answer means for the asker (RFC 8011, appendix B). */
final class IppStatus {
  private static final int LAST_SUCCESSFUL = 0x00ff;

  private IppStatus() {}

  static boolean is(IppPacket answer, Status status) {
    return answer.getCode() == status.getCode();
  }

  /** Why the printer refuses; empty when it agrees. */
  static Optional<DeviceFailure> refusal(IppPacket answer) {
    int code = answer.getCode();
    if (code >= 0 && code <= LAST_SUCCESSFUL) {
      return Optional.empty();
    }
    String detail = describe(answer);
    return Optional.of(
        switch (code) {
          case 0x0505, 0x0507 -> new DeviceFailure.Busy(detail);
          case 0x0502, 0x0506, 0x050a -> new DeviceFailure.Offline(detail);
          default -> new DeviceFailure.HardwareError(detail);
        });
  }

  /**
   * Whether a refusal leaves open how far the printer went: internal-error, device-error and
   * temporary-error happen while it works.
   */
  static boolean leavesOpen(IppPacket answer) {
    return switch (answer.getCode()) {
      case 0x0500, 0x0504, 0x0505 -> true;
      default -> false;
    };
  }

  private static String describe(IppPacket answer) {
    String name = "status 0x" + String.format("%04x", answer.getCode());
    return IppReadings.statusMessage(answer).map(message -> name + ": " + message).orElse(name);
  }
}
