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

/**
 * A dialogue whose moments somebody else is told too, such as the lights of the housing.
 *
 * @param person who is spoken with
 * @param listener is told what is shown; nothing while a question is asked
 */
record ToldDialogue(Dialogue person, Consumer<Optional<Moment>> listener) implements Dialogue {
  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    listener.accept(Optional.empty());
    return person.ask(question);
  }

  @Override
  public void show(Moment moment) {
    listener.accept(Optional.of(moment));
    person.show(moment);
  }

  @Override
  public void mirror(Frame frame) {
    person.mirror(frame);
  }

  @Override
  public Locale language() {
    return person.language();
  }

  @Override
  public Optional<Wish> wish() {
    return person.wish();
  }

  @Override
  public StoppableClock time() {
    return person.time();
  }
}
