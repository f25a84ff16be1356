package io.hall24.device;

/** The kinds of {@link DeviceFailure}, for counting, and what a caller can do about each. */
public enum FailureKind {
  OFFLINE(Remedy.WAIT),
  NO_DEVICE(Remedy.WAIT),
  HARDWARE_ERROR(Remedy.CALL_TECHNICIAN),
  USER_ERROR(Remedy.ASK_PERSON),
  BUSY(Remedy.ASK_AGAIN),
  TIMED_OUT(Remedy.ASK_AGAIN),
  CANCELLED(Remedy.NONE),
  ANSWER_LOST(Remedy.FIND_OUT);

  private final Remedy remedy;

  FailureKind(Remedy remedy) {
    this.remedy = remedy;
  }

  public Remedy remedy() {
    return remedy;
  }

  /**
   * Whether it may heal by itself or by a person at the terminal; the others are opened again more
   * rarely.
   */
  public boolean heals() {
    return remedy != Remedy.CALL_TECHNICIAN;
  }

  /** What a caller can do. */
  public enum Remedy {
    /** The supervisor is at it: ask later. */
    WAIT,
    /** Nothing at the terminal helps. */
    CALL_TECHNICIAN,
    /** The person in front can put it right. */
    ASK_PERSON,
    /** The device is well: ask again. */
    ASK_AGAIN,
    /** It may have been done: find out before asking again. */
    FIND_OUT,
    /** The caller itself withdrew. */
    NONE
  }
}
