package io.hall24.kiosk.demo;

import io.hall24.device.Frame;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.Wish;
import java.util.Locale;
import java.util.Optional;

/**
 * Passes everything on to a screen, while the invented person before the camera moves their face as
 * the screen asks.
 */
public final class ObedientDialogue implements Dialogue, AutoCloseable {
  private final Dialogue screen;
  private final Actor actor;

  public ObedientDialogue(Dialogue screen, Hands hands) {
    this.screen = screen;
    this.actor = new Actor(hands);
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return screen.ask(question);
  }

  @Override
  public void show(Moment moment) {
    screen.show(moment);
    actor.see(moment);
  }

  @Override
  public void mirror(Frame frame) {
    screen.mirror(frame);
  }

  @Override
  public Locale language() {
    return screen.language();
  }

  @Override
  public Optional<Wish> wish() {
    return screen.wish();
  }

  @Override
  public StoppableClock time() {
    return screen.time();
  }

  @Override
  public void close() {
    actor.close();
  }
}
