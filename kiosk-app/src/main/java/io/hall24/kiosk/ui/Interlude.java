package io.hall24.kiosk.ui;

/** Something that takes the panel over between two visits; until it is over nobody is served. */
@FunctionalInterface
public interface Interlude {
  /** Takes place on the calling virtual thread. */
  void run() throws InterruptedException;
}
