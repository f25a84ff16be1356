package io.hall24.kiosk.ui.voice;

import io.hall24.device.AudioOutput.Headset;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.Sound;
import io.hall24.device.time.Patience;

/** Where speech is heard. */
public interface Speaker {
  /** Whether a headset is there; while a sound is played, as it was before. */
  Headset headset() throws InterruptedException;

  /** Sets the volume, 0 to 100. */
  void volume(int percent) throws InterruptedException;

  /**
   * Plays to the end, or until the patience is cancelled.
   *
   * @return whether it was heard to its end
   */
  boolean play(Sound sound, Outlet outlet, Patience patience) throws InterruptedException;
}
