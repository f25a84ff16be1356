package io.hall24.kiosk.app;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.ForwardingDialogue;
import io.hall24.kiosk.journey.Moment;
import java.util.function.Consumer;

/** Passes everything on, and lets a test do something at a moment of a visit. */
final class WatchedDialogue extends ForwardingDialogue {
  private final Consumer<Moment> watcher;

  WatchedDialogue(Dialogue citizen, Consumer<Moment> watcher) {
    super(citizen);
    this.watcher = watcher;
  }

  @Override
  public void show(Moment moment) {
    watcher.accept(moment);
    super.show(moment);
  }
}
