package io.hall24.kiosk.ui.voice;

import io.hall24.device.Sound;

/**
 * Makes speech of text. Found through {@link java.util.ServiceLoader}; the first that is there
 * speaks. Called from one platform thread, and interrupted when nobody wants to hear it any more.
 */
public interface Synthesis {
  /** Whether it can speak on this machine. */
  boolean available();

  /** Says something. */
  Voiced say(Phrase phrase) throws InterruptedException;

  /** What came of it. */
  sealed interface Voiced {
    /** Speech. */
    record Sounding(Sound sound) implements Voiced {}

    /**
     * None.
     *
     * @param why for a technician; never what should have been said
     */
    record Mute(String why) implements Voiced {}
  }
}
