package io.hall24.kiosk.ui.fx;

import javafx.animation.AnimationTimer;

/** Counts the toolkit's frames until something has been painted. */
final class Pulses extends AnimationTimer {
  private final Runnable then;
  private int left;

  private Pulses(int count, Runnable then) {
    this.left = count;
    this.then = then;
  }

  /** Does something after so many frames; called on the toolkit's thread. */
  static void after(int count, Runnable then) {
    new Pulses(count, then).start();
  }

  @Override
  public void handle(long now) {
    left--;
    if (left <= 0) {
      stop();
      then.run();
    }
  }
}
