package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.journey.VisitOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one person after the other from the first screen through a visit to the goodbye. */
public final class Kiosk implements Touches {
  private static final Duration REFRESH = Duration.ofSeconds(5);
  private static final Duration GETTING_READY = Duration.ofMillis(100);
  private static final Duration READING_THE_END = Duration.ofSeconds(40);
  private static final Duration GOODBYE = Duration.ofSeconds(4);
  private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

  private final Screen screen;
  private final Host host;
  private final Hall hall;
  private final Profile.Visit waiting;
  private final HallClock clock;
  private volatile boolean stopping;
  private final AtomicReference<Optional<ScreenDialogue>> current =
      new AtomicReference<>(Optional.empty());

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
      welcome();
      serveOne();
    }
  }

  /** Nobody is welcomed any more, and whoever is there leaves. Interrupt the running thread too. */
  public void stop() {
    stopping = true;
    wayOut();
  }

  private void welcome() throws InterruptedException {
    var start = new CompletableFuture<Boolean>();
    Runnable press = () -> start.complete(true);
    while (true) {
      Conditions now = host.conditions();
      screen.show(new ScreenState(HallPages.home(now, press), now, Optional.empty()));
      Duration refresh = now.gettingReady().isPresent() ? GETTING_READY : REFRESH;
      if (Touch.within(start, refresh).isPresent()) {
        return;
      }
    }
  }

  private void serveOne() throws InterruptedException {
    var dialogue =
        new ScreenDialogue(
            screen, hall, host::conditions, waiting, new StoppableClock(clock), host::leave);
    current.set(Optional.of(dialogue));
    Thread cap = endWhenTooLong();
    try {
      host.serve(dialogue);
      cap.interrupt();
      screen.wipe();
      if (stopping) {
        return;
      }
      dialogue.awaitFinish(READING_THE_END);
    } catch (RuntimeException failed) {
      LOG.error("a visit broke off", failed);
    } finally {
      cap.interrupt();
      current.set(Optional.empty());
      screen.wipe();
    }
    screen.show(new ScreenState(HallPages.goodbye(), host.conditions(), Optional.empty()));
    clock.sleep(GOODBYE);
  }

  private Thread endWhenTooLong() {
    return Thread.ofVirtual()
        .name("longest-visit")
        .start(() -> {
          try {
            clock.sleep(waiting.longest());
            host.leave(VisitOutcome.Why.TOO_LONG);
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
  public void wayOut() {
    current.get().ifPresent(ScreenDialogue::wayOut);
  }
}
