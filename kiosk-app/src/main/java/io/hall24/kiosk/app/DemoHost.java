package io.hall24.kiosk.app;

import io.hall24.kiosk.demo.Hands;
import io.hall24.kiosk.demo.ObedientDialogue;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Host;

/**
 * A terminal with an invented person before its camera.
 *
 * @param terminal behind the screen
 * @param hands of the invented person
 */
record DemoHost(Host terminal, Hands hands) implements Host {
  @Override
  public Conditions conditions() {
    return terminal.conditions();
  }

  @Override
  public void serve(Purpose purpose, Dialogue dialogue) throws InterruptedException {
    try (var played = new ObedientDialogue(dialogue, hands)) {
      terminal.serve(purpose, played);
    }
  }

  @Override
  public void rate(Dialogue dialogue) {
    terminal.rate(dialogue);
  }

  @Override
  public void leave(VisitOutcome.Why why) {
    terminal.leave(why);
  }
}
