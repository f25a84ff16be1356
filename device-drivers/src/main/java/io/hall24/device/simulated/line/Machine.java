package io.hall24.device.simulated.line;

/** What hangs at the far end of a simulated line. Asked on the line's own thread only. */
public interface Machine {
  /**
   * Hears bytes, in whatever pieces they come.
   *
   * @param bytes may be none: then it is asked whether it has something to say by itself
   * @return what it answers; may be empty
   */
  byte[] hear(byte[] bytes);

  /** Its power failed: what it had begun is forgotten. */
  default void powerLost() {}
}
