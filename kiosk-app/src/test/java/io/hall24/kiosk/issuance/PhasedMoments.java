package io.hall24.kiosk.issuance;

import java.util.function.Consumer;

/**
 * Moments that are told apart by the last event that was recorded before them, so that the same
 * question in two states is two moments. Silent until armed.
 */
final class PhasedMoments implements Moments {
  private static final String COMMIT = "commit of ";
  private final Consumer<String> listener;
  private volatile boolean armed;
  private volatile String phase = "Idle";

  PhasedMoments(Consumer<String> listener) {
    this.listener = listener;
  }

  void arm() {
    armed = true;
  }

  @Override
  public void reached(String moment) {
    if (!armed) {
      return;
    }
    listener.accept(phase + ": " + moment);
    if (moment.startsWith(COMMIT)) {
      phase = moment.substring(COMMIT.length());
    }
  }
}
