package io.hall24.kiosk.journey;

import java.util.Locale;

/** Notes in the visit's timeline while a question to the person is open. */
final class TimedDialogue extends ForwardingDialogue {
  private final VisitTimeline timeline;

  TimedDialogue(Dialogue inner, VisitTimeline timeline) {
    super(inner);
    this.timeline = timeline;
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return timeline.during(
        nameOf(question), VisitTimeline.Kind.QUESTION, () -> super.ask(question));
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
