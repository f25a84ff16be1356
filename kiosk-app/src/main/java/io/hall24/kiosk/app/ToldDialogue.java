package io.hall24.kiosk.app;

import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.ForwardingDialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import java.util.Optional;
import java.util.function.Consumer;

/** A dialogue whose moments somebody else is told too, such as the lights of the housing. */
final class ToldDialogue extends ForwardingDialogue {
  /** Is told what is shown; nothing while a question is asked. */
  private final Consumer<Optional<Moment>> listener;

  ToldDialogue(Dialogue person, Consumer<Optional<Moment>> listener) {
    super(person);
    this.listener = listener;
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    listener.accept(Optional.empty());
    return super.ask(question);
  }

  @Override
  public void show(Moment moment) {
    listener.accept(Optional.of(moment));
    super.show(moment);
  }
}
