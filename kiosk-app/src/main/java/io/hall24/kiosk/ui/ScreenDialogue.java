package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.Allowance;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.journey.Wish;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Speaks with one person through a screen. Made for one visit, thrown away with it. */
final class ScreenDialogue implements Dialogue, AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Screen screen;
  private final Supplier<Conditions> conditions;
  private final Profile.Visit waiting;
  private final StoppableClock time;
  private final Consumer<VisitOutcome.Why> leave;
  private final MomentPages moments;
  private volatile boolean toldTheEnd;
  private final CompletableFuture<Boolean> finished = new CompletableFuture<>();
  private final Thread refreshing;
  private Optional<Shown> shown = Optional.empty();
  private boolean closed;

  /** What stands on the screen, as long as nothing else is shown. */
  private record Shown(Page page, Optional<Allowance> allowance, Optional<ScreenState> drawn) {}

  private final AtomicReference<Optional<Wish>> wish = new AtomicReference<>(Optional.empty());

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
    this.moments =
        new MomentPages(
            hall, () -> finished.complete(true), touched -> wish.set(Optional.of(touched)));
    this.refreshing = Thread.ofVirtual().name("refresh").start(this::keepUpToDate);
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    var answer = new CompletableFuture<A>();
    Page page = QuestionPages.of(question, answer::complete);
    try {
      return await(answer, page);
    } finally {
      switch (page.picture()) {
        case Picture.Keypad(var entry) -> entry.wipe();
        case Picture.Search(var entry) -> entry.wipe();
        case Picture.Signing(var pad) -> pad.wipe();
        default -> {}
      }
    }
  }

  private <A> A await(CompletableFuture<A> answer, Page page) throws InterruptedException {
    var allowance = new Allowance(waiting.question(), waiting.warning(), time);
    place(page, Optional.of(allowance));
    while (true) {
      Optional<A> given = Touch.within(answer, LOOK);
      if (given.isPresent()) {
        return given.get();
      }
      if (allowance.remaining().over()) {
        leave.accept(VisitOutcome.Why.TIMED_OUT);
      }
    }
  }

  @Override
  public void show(Moment moment) {
    if (moment instanceof Moment.Ended) {
      toldTheEnd = true;
    }
    place(moments.of(moment), moment.limit());
  }

  private synchronized void place(Page page, Optional<Allowance> allowance) {
    shown = Optional.of(new Shown(page, allowance, Optional.empty()));
    draw();
  }

  /** Seconds run, and the network comes and goes, while a page stands. */
  private void keepUpToDate() {
    try {
      while (true) {
        HallClock.system().sleep(LOOK);
        draw();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (closed || shown.isEmpty()) {
      return;
    }
    Shown now = shown.get();
    var state =
        new ScreenState(
            now.page(), conditions.get(), now.allowance().map(ScreenState.TimeLeft::of));
    if (now.drawn().filter(state::saysWhat).isEmpty()) {
      shown = Optional.of(new Shown(now.page(), now.allowance(), Optional.of(state)));
      screen.show(state);
    }
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
    return wish.getAndSet(Optional.empty());
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

  /** Whether the person was told how the visit ended; who only looked around is not. */
  boolean toldTheEnd() {
    return toldTheEnd;
  }

  /**
   * Waits until the person has read how the visit ended, or went away.
   *
   * @return whether they are still there
   */
  boolean awaitFinish(Duration atMost) throws InterruptedException {
    Patience patience = Patience.of(atMost, time);
    while (!finished.isDone() && patience.pause(LOOK)) {
      // The person reads.
    }
    return finished.isDone();
  }

  /** Draws nothing any more. */
  @Override
  public void close() {
    refreshing.interrupt();
    synchronized (this) {
      closed = true;
      shown = Optional.empty();
    }
  }
}
