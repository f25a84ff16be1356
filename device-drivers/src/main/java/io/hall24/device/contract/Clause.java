package io.hall24.device.contract;

/** What every driver must do. */
public enum Clause {
  /** Name, kind, settings and device agree; what a device lacks is of its kind. */
  DESCRIBES_ITSELF,
  /** Missing, unknown and ill-formed settings are found before anything is made. */
  WRONG_SETTINGS,
  /**
   * Settings that lead to no device give a failure, not an exception, and none that needs repair.
   */
  NO_SUCH_DEVICE,
  /** A device that was never opened, or is closed, answers at once with a failure. */
  STATUS_WHILE_CLOSED,
  /** Opening an open device answers at once, and it works. */
  OPEN_TWICE,
  /** Closing twice does nothing; a closed device can be opened again. */
  CLOSE_TWICE,
  /** No patience, no waiting. */
  NO_PATIENCE,
  /** A question that is withdrawn ends within a second, and the device still works. */
  CANCEL,
  /**
   * Unplugged while nobody asks: the next look says so within 2 s; back within 5 s of plugging in.
   */
  UNPLUG_IDLE,
  /** Unplugged under a question: it ends within 2 s, with a failure; back within 5 s. */
  UNPLUG_BUSY,
  /** A device that falls silent costs no more than the patience; back within 5 s of its return. */
  HANG
}
