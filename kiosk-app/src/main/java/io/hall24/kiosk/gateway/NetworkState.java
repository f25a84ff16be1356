package io.hall24.kiosk.gateway;

import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;

/** Hangs up how the way to the registry is, as if it were a device. */
public final class NetworkState {
  /** Under which the state hangs on the board. */
  public static final DeviceId ID = new DeviceId("network");

  private final StatusBoard board;

  public NetworkState(StatusBoard board) {
    this.board = board;
    board.publish(ID, DeviceState.STARTING, "the registry has not been asked yet");
  }

  /**
   * The registry answered, and the answer was verified.
   *
   * @param remark for technicians; empty when all is well
   */
  void answered(String remark) {
    board.publish(ID, DeviceState.ONLINE, remark);
  }

  /** No answer. */
  void silent(String detail) {
    board.publish(ID, DeviceState.OFFLINE, detail);
  }

  /** Something answered, and it cannot be believed. */
  void untrusted(String detail) {
    board.publish(ID, DeviceState.HARDWARE_ERROR, detail);
  }
}
