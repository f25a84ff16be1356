package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.Frame;
import io.hall24.device.time.Patience;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Speaks with one person through a screen. Made for one visit, thrown away with it. */
final class ScreenDialogue implements Dialogue {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Screen screen;
  private final Supplier<Conditions> conditions;
  private final Profile.Visit waiting;
  private final StoppableClock time;
  private final Consumer<VisitOutcome.Why> leave;
  private final MomentPages moments;
  private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

  ScreenDialogue(
      Screen screen,
      Hall hall,
      Supplier<Conditions> conditions,
      Profile.Visit waiting,
      StoppableClock time,
      Consumer<VisitOutcome.Why> leave) {
    this.screen = screen;
    this.conditions = conditions;
    this.waiting = waiting;
    this.time = time;
    this.leave = leave;
    this.moments = new MomentPages(hall, waiting, () -> finished.complete(true));
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    var answer = new CompletableFuture<A>();
    Page page = QuestionPages.of(question, answer::complete);
    try {
      return await(answer, page, new AnswerTime(waiting, time));
    } finally {
      if (page.picture() instanceof Picture.Keypad(var entry)) {
        entry.wipe();
      }
    }
  }

  private <A> A await(CompletableFuture<A> answer, Page page, AnswerTime answerTime)
      throws InterruptedException {
    Optional<AnswerTime.Remaining> shown = Optional.empty();
    while (true) {
      var left = answerTime.remaining();
      if (left.over() && !answer.isDone()) {
        leave.accept(VisitOutcome.Why.TIMED_OUT);
      } else if (!shown.equals(Optional.of(left))) {
        screen.show(
            new ScreenState(
                page,
                conditions.get(),
                Optional.of(
                    new ScreenState.TimeLeft(
                        left.seconds(), left.warns(), left.stopped(), answerTime::extend))));
        shown = Optional.of(left);
      }
      Optional<A> given = Touch.within(answer, LOOK);
      if (given.isPresent()) {
        return given.get();
      }
    }
  }

  @Override
  public void show(Moment moment) {
    screen.show(new ScreenState(moments.of(moment), conditions.get(), Optional.empty()));
  }

  @Override
  public void mirror(Frame frame) {
    screen.mirror(frame);
  }

  @Override
  public StoppableClock time() {
    return time;
  }

  /** Help is open or closed again; it stops the person's time. */
  void help(boolean open) {
    time.stop(open);
  }

  /** The person ends the visit. */
  void wayOut() {
    leave.accept(VisitOutcome.Why.CANCELLED);
  }

  /** Waits until the person has read how the visit ended, or went away. */
  void awaitFinish(Duration atMost) throws InterruptedException {
    Patience patience = Patience.of(atMost, time);
    while (!finished.isDone() && patience.pause(LOOK)) {
      // The person reads.
    }
  }
}
