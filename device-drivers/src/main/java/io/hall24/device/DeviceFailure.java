package io.hall24.device;

import io.hall24.device.status.DeviceState;
import io.hall24.device.time.Patience;
import java.time.Duration;

/**
 * Why a device could not do what it was asked; an expected outcome, not an exception. Details are
 * for technicians.
 */
public sealed interface DeviceFailure {
  /** What happened, with the values that were wrong; never personal data. */
  String detail();

  /** The state of the device that such a failure reveals. */
  DeviceState state();

  /** Which kind of failure it is. */
  default FailureKind kind() {
    return switch (this) {
      case Offline _ -> FailureKind.OFFLINE;
      case NoDevice _ -> FailureKind.NO_DEVICE;
      case HardwareError _ -> FailureKind.HARDWARE_ERROR;
      case UserError _ -> FailureKind.USER_ERROR;
      case Busy _ -> FailureKind.BUSY;
      case TimedOut _ -> FailureKind.TIMED_OUT;
      case Cancelled _ -> FailureKind.CANCELLED;
      case AnswerLost _ -> FailureKind.ANSWER_LOST;
    };
  }

  /**
   * The failure of a wait that ended without what was waited for: the caller's patience ran out, or
   * the caller withdrew.
   */
  static DeviceFailure givenUp(Patience patience, String detail) {
    return patience.isCancelled()
        ? new Cancelled(detail)
        : new TimedOut(patience.granted(), detail);
  }

  /** Switched off, unplugged or its daemon is gone; the supervisor tries again. */
  record Offline(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.OFFLINE;
    }
  }

  /** What is configured does not exist on this machine. */
  record NoDevice(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.NO_DEVICE;
    }
  }

  /** Broken, or it speaks what the protocol forbids. */
  record HardwareError(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.HARDWARE_ERROR;
    }
  }

  /** A person can put it right: paper, cover, lens. */
  record UserError(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.USER_ERROR;
    }
  }

  /** At work on something else. */
  record Busy(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.DEVICE_BUSY;
    }
  }

  /** The caller's patience ran out; the device may be well. */
  record TimedOut(Duration patience, String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.ONLINE;
    }
  }

  /** The caller withdrew. */
  record Cancelled(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.ONLINE;
    }
  }

  /**
   * The request went out, and no answer came back that tells what became of it: the device may have
   * done all of it. Every other failure of a request that changes something says that the device
   * has not begun.
   */
  record AnswerLost(String detail) implements DeviceFailure {
    @Override
    public DeviceState state() {
      return DeviceState.OFFLINE;
    }
  }
}
