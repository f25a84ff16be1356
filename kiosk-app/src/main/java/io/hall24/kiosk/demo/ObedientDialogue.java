package io.hall24.kiosk.demo;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.ForwardingDialogue;
import io.hall24.kiosk.journey.Moment;

/**
 * Passes everything on to a screen, while the invented person before the camera moves their face as
 * the screen asks.
 */
public final class ObedientDialogue extends ForwardingDialogue implements AutoCloseable {
  private final Actor actor;

  public ObedientDialogue(Dialogue screen, Hands hands) {
    super(screen);
    this.actor = new Actor(hands);
  }

  @Override
  public void show(Moment moment) {
    super.show(moment);
    actor.see(moment);
  }

  @Override
  public void close() {
    actor.close();
  }
}
