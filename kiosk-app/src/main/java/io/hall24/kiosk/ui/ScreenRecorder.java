package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.ForwardingDialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Takes down which screens a visit leads through while somebody else answers, so that they can be
 * drawn when it is over and drawing costs the visit no time.
 */
public final class ScreenRecorder extends ForwardingDialogue {
  private final Supplier<Conditions> conditions;
  private final Profile.Visit waiting;
  private final MomentPages moments;
  private final List<ScreenState> states = new CopyOnWriteArrayList<>();

  /**
   * Listens to a conversation.
   *
   * @param inner answers
   */
  public ScreenRecorder(
      Dialogue inner, Hall hall, Supplier<Conditions> conditions, Profile.Visit waiting) {
    super(inner);
    this.conditions = conditions;
    this.waiting = waiting;
    this.moments = new MomentPages(hall, () -> {}, _ -> {});
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    note(
        QuestionPages.of(question, _ -> {}),
        Optional.of(
            new ScreenState.TimeLeft(
                (int) waiting.question().toSeconds(), false, false, () -> {})));
    return super.ask(question);
  }

  @Override
  public void show(Moment moment) {
    note(moments.of(moment), ScreenState.TimeLeft.of(moment));
    super.show(moment);
  }

  private void note(Page page, Optional<ScreenState.TimeLeft> time) {
    boolean known =
        states.stream()
            .map(ScreenState::page)
            .anyMatch(seen ->
                seen.name().equals(page.name())
                    && seen.headline().equals(page.headline())
                    && !(page.picture() instanceof Picture.Printer));
    if (!known) {
      states.add(new ScreenState(page, conditions.get(), time));
    }
  }

  /**
   * The screens of the visit, in order, with the first and the last one of the hall around them.
   */
  public List<ScreenState> states() {
    List<ScreenState> all = new ArrayList<>();
    Conditions now = conditions.get();
    all.add(new ScreenState(HallPages.home(now, _ -> {}), now, Optional.empty()));
    all.addAll(states);
    all.add(new ScreenState(HallPages.goodbye(), now, Optional.empty()));
    return all;
  }
}
