package io.hall24.kiosk.identity;

/** What one more frame led to. */
public sealed interface Step {
  /**
   * Not decided yet.
   *
   * @param kind what the person should do
   * @param progress share of the frames that this attempt needs, or of the movements that are asked
   *     for, 0 to 1
   */
  record Prompt(Kind kind, double progress) implements Step {
    /** What to ask of the person. */
    public enum Kind {
      NO_FACE,
      SEVERAL_FACES,
      MOVE_CLOSER,
      TOO_DARK,
      LOOK_STRAIGHT,
      HOLD_STILL,
      /** After a movement: back to the calm face. */
      FACE_FORWARD,
      TURN_LEFT,
      TURN_RIGHT,
      BLINK,
      OPEN_MOUTH
    }
  }

  /** Compared; the check is over. */
  record Decided(FaceComparison comparison, PadResult pad) implements Step {}

  /**
   * No usable picture in the time there was, so nobody was compared; the check is over.
   *
   * @param last what was asked last
   */
  record GaveUp(Prompt.Kind last) implements Step {}

  /** The face nets do not answer; the check is over. The detail is for a technician. */
  record Unavailable(String detail) implements Step {}
}
