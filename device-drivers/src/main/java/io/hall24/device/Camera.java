package io.hall24.device;

import io.hall24.device.time.Patience;

/** Gives pictures. Its buffers are off the heap and zeroed at {@link #close()}. */
public interface Camera extends Device {
  /**
   * Waits for a picture that no earlier call gave.
   *
   * @return the newest picture, valid until the third call after this one, or until {@link
   *     #close()}
   */
  Attempt<Frame> nextFrame(Patience patience);
}
