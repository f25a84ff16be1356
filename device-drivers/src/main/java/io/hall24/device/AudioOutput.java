package io.hall24.device;

import io.hall24.device.time.Patience;

/** Speaks to one person through a headset, or to all through a loudspeaker. */
public interface AudioOutput extends Device {
  /** Whether a headset is plugged in; {@link Headset#UNKNOWN} where nothing detects it. */
  Attempt<Headset> headset(Patience patience);

  /** Waits until the headset is plugged in or out, counted from what the caller knows. */
  Attempt<Headset> awaitHeadsetOtherThan(Headset known, Patience patience);

  /**
   * Sets the volume.
   *
   * @param percent 0 silence to 100 loudest; every opening begins at the volume that the settings
   *     name
   */
  Attempt<Integer> volume(int percent, Patience patience);

  /**
   * Plays a sound to its end. Cancelling the patience stops it within 100 ms. What is meant for the
   * headset is never heard elsewhere: it stops when the headset is pulled, as {@link
   * DeviceFailure.UserError}.
   */
  Attempt<Played> play(Sound sound, Outlet outlet, Patience patience);

  /** Whether a headset is there. */
  enum Headset {
    PLUGGED,
    UNPLUGGED,
    UNKNOWN
  }

  /** Where a sound is heard. */
  enum Outlet {
    HEADSET,
    LOUDSPEAKER
  }

  /**
   * A sound that was played to its end.
   *
   * @param samples how many
   */
  record Played(int samples) {}
}
