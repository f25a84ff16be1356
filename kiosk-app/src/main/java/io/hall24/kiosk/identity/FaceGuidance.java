package io.hall24.kiosk.identity;

/** What would help the comparison, said to the person in front of the camera. */
public enum FaceGuidance {
  /** Nothing to add: look at the camera. */
  LOOK_AT_CAMERA,
  /** No face is in the picture. */
  STEP_INTO_VIEW,
  /** More than one face is in the picture. */
  ONE_PERSON_ONLY,
  /** The face is too small. */
  MOVE_CLOSER,
  /** The face is too large or cut off. */
  MOVE_BACK,
  /** The face is turned away. */
  FACE_FORWARD,
  /** Too little light on the face. */
  TOO_DARK,
  /** Too much light on the face. */
  TOO_BRIGHT,
  /** The picture is blurred. */
  HOLD_STILL
}
