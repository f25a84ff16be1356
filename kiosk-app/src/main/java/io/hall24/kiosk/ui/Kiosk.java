package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.VisitOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one person after the other from the first screen through a visit to the goodbye. */
public final class Kiosk implements Touches {
  private static final Duration REFRESH = Duration.ofSeconds(5);
  private static final Duration GETTING_READY = Duration.ofMillis(100);
  private static final Duration READING_THE_END = Duration.ofSeconds(40);
  private static final Duration RATING = Duration.ofSeconds(20);
  private static final Duration GOODBYE = Duration.ofSeconds(4);
  private static final int UNHURRIED = 2;
  private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

  private final Screen screen;
  private final Host host;
  private final Hall hall;
  private final Profile.Visit waiting;
  private final HallClock clock;
  private volatile boolean stopping;
  private volatile int slowness = 1;
  private final AtomicReference<Optional<CompletableFuture<Wanted>>> welcoming =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<ScreenDialogue>> current =
      new AtomicReference<>(Optional.empty());

  /** What somebody wants of a terminal at which nobody is served. */
  private sealed interface Wanted {
    record Visit(Purpose purpose) implements Wanted {}

    record Panel(Interlude interlude) implements Wanted {}
  }

  public Kiosk(Screen screen, Host host, Hall hall, Profile.Visit waiting, HallClock clock) {
    this.screen = screen;
    this.host = host;
    this.hall = hall;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Serves until {@link #stop}, on the calling virtual thread. */
  public void run() throws InterruptedException {
    while (!stopping) {
      switch (welcome()) {
        case Wanted.Visit(var purpose) -> serveOne(purpose);
        case Wanted.Panel(var interlude) -> interlude.run();
      }
    }
  }

  /** Nobody is welcomed any more, and whoever is there leaves. Interrupt the running thread too. */
  public void stop() {
    stopping = true;
    wayOut();
  }

  /**
   * Lets something take the panel over, if nobody is being served and nobody has begun; otherwise
   * nothing happens. May be called anywhere.
   */
  public void between(Interlude interlude) {
    welcoming.get().ifPresent(start -> start.complete(new Wanted.Panel(interlude)));
  }

  /** Waits for somebody. */
  private Wanted welcome() throws InterruptedException {
    var start = new CompletableFuture<Wanted>();
    Consumer<Purpose> press = purpose -> start.complete(new Wanted.Visit(purpose));
    welcoming.set(Optional.of(start));
    try {
      Optional<Conditions> shown = Optional.empty();
      while (true) {
        Conditions now = host.conditions();
        if (!shown.equals(Optional.of(now))) {
          screen.show(new ScreenState(HallPages.home(now, press), now, Optional.empty()));
          shown = Optional.of(now);
        }
        Duration refresh = now.gettingReady().isPresent() ? GETTING_READY : REFRESH;
        Optional<Wanted> touched = Touch.within(start, refresh);
        if (touched.isPresent()) {
          return touched.get();
        }
      }
    } finally {
      welcoming.set(Optional.empty());
    }
  }

  private void serveOne(Purpose purpose) throws InterruptedException {
    var time = new StoppableClock(clock);
    time.slow(slowness);
    var dialogue = new ScreenDialogue(screen, hall, host::conditions, waiting, time, host::leave);
    current.set(Optional.of(dialogue));
    Thread cap = endWhenTooLong();
    try {
      host.serve(purpose, dialogue);
      cap.interrupt();
      screen.wipe();
      if (stopping || !dialogue.toldTheEnd()) {
        return;
      }
      if (dialogue.awaitFinish(READING_THE_END)) {
        rate(dialogue);
      }
    } catch (RuntimeException failed) {
      LOG.error("a visit broke off", failed);
    } finally {
      cap.interrupt();
      current.set(Optional.empty());
      dialogue.close();
      screen.wipe();
    }
    screen.show(new ScreenState(HallPages.goodbye(), host.conditions(), Optional.empty()));
    clock.sleep(GOODBYE);
  }

  /** Who does not care to say is not waited for long. */
  private void rate(ScreenDialogue dialogue) {
    Thread over = leaveAfter(RATING.multipliedBy(slowness), VisitOutcome.Why.TIMED_OUT);
    try {
      host.rate(dialogue);
    } finally {
      over.interrupt();
    }
  }

  private Thread endWhenTooLong() {
    return leaveAfter(waiting.longest().multipliedBy(slowness), VisitOutcome.Why.TOO_LONG);
  }

  private Thread leaveAfter(Duration time, VisitOutcome.Why why) {
    return Thread.ofVirtual()
        .name("leave-after")
        .start(() -> {
          try {
            clock.sleep(time);
            host.leave(why);
          } catch (InterruptedException overInTime) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void help(boolean open) {
    current.get().ifPresent(dialogue -> dialogue.help(open));
  }

  @Override
  public void unhurried(boolean needed) {
    slowness = needed ? UNHURRIED : 1;
    current.get().ifPresent(dialogue -> dialogue.time().slow(slowness));
  }

  @Override
  public void wayOut() {
    current.get().ifPresent(ScreenDialogue::wayOut);
  }
}
