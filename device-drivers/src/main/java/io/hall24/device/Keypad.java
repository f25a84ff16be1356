package io.hall24.device;

import io.hall24.device.time.Patience;

/** A pad of keys that can be told apart by touch, for people who do not see the screen. */
public interface Keypad extends Device {
  /**
   * Waits for a key. Presses between two calls are kept, the last 16 of them; those before the
   * device was opened are not.
   */
  Attempt<KeyPress> awaitKey(Patience patience);

  /**
   * A key that was pressed.
   *
   * @param atNanos monotonic time at which the terminal heard of it
   */
  record KeyPress(Key key, long atNanos) {}

  /** The keys. */
  enum Key {
    UP,
    DOWN,
    LEFT,
    RIGHT,
    SELECT,
    BACK,
    HELP,
    LOUDER,
    SOFTER
  }
}
