package io.hall24.kiosk.journey;

import io.hall24.device.Frame;
import io.hall24.device.time.StoppableClock;
import java.util.Locale;
import java.util.Optional;

/** Notes in the visit's timeline while a question to the person is open. */
final class TimedDialogue implements Dialogue {
  private final Dialogue inner;
  private final VisitTimeline timeline;

  TimedDialogue(Dialogue inner, VisitTimeline timeline) {
    this.inner = inner;
    this.timeline = timeline;
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return timeline.during(
        nameOf(question), VisitTimeline.Kind.QUESTION, () -> inner.ask(question));
  }

  @Override
  public void show(Moment moment) {
    inner.show(moment);
  }

  @Override
  public void mirror(Frame frame) {
    inner.mirror(frame);
  }

  @Override
  public Locale language() {
    return inner.language();
  }

  @Override
  public Optional<Wish> wish() {
    return inner.wish();
  }

  @Override
  public StoppableClock time() {
    return inner.time();
  }

  /** The question's type in words: {@code enter-can}. */
  private static String nameOf(Question<?> question) {
    return question
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
