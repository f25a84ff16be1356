package io.hall24.kiosk.app;

import io.hall24.device.Frame;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.Wish;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes everything on, and lets a test do something at a moment of a visit. */
record WatchedDialogue(Dialogue citizen, Consumer<Moment> watcher) implements Dialogue {
  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return citizen.ask(question);
  }

  @Override
  public void show(Moment moment) {
    watcher.accept(moment);
    citizen.show(moment);
  }

  @Override
  public void mirror(Frame frame) {
    citizen.mirror(frame);
  }

  @Override
  public Locale language() {
    return citizen.language();
  }

  @Override
  public Optional<Wish> wish() {
    return citizen.wish();
  }

  @Override
  public StoppableClock time() {
    return citizen.time();
  }
}
