package io.hall24.kiosk.journey;

/** What a person may touch on a screen that asks them for nothing. */
public enum Wish {
  /** They cannot make the movement that is asked for. */
  ANOTHER_MOVEMENT,
  /** They would rather not be compared after all. */
  WITHOUT_FACE,
  /** They would rather be confirmed another way. */
  ANOTHER_WAY
}
