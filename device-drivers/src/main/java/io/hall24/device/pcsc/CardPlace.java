package io.hall24.device.pcsc;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * Where cards are laid: one PC/SC terminal, which may be pulled out and whose daemon may end at any
 * moment. Used by one thread only, as every device.
 */
public final class CardPlace {
  /** The setting by which every driver of such a terminal names it. */
  public static final Setting TERMINAL =
      Setting.withDefault(
          "terminal",
          SettingsSpec.Type.TEXT,
          ".*",
          "name of the PC/SC terminal, exactly or as a regular expression for the whole name");

  // How late a withdrawn patience is noticed while waiting for an event of the terminal, in ms.
  private static final long SLICE = 100;
  private static final Duration RETRY = Duration.ofMillis(SLICE);

  private final Terminals terminals;
  private final HallClock clock;

  private CardPlace(Terminals terminals, HallClock clock) {
    this.terminals = terminals;
    this.clock = clock;
  }

  /** The place that settings name, see {@link #TERMINAL}. */
  public static CardPlace of(Settings settings, HallClock clock) {
    return new CardPlace(new Terminals(settings.text(TERMINAL.name())), clock);
  }

  /**
   * Takes up a card that has just been laid down.
   *
   * @param <T> what is made of it
   */
  @FunctionalInterface
  public interface Taking<T> {
    /**
     * Takes it up.
     *
     * @throws CardRefusedException when it is not such a card, was laid down badly or lifted at
     *     once: the person may yet lay it down right
     */
    T take(CardTerminal terminal) throws CardRefusedException;
  }

  /** The terminal, if it is there now; its daemon is found again after a restart. */
  public Attempt<CardTerminal> terminal() {
    try {
      return terminals
          .find()
          .map(Attempt::done)
          .orElseGet(() ->
              Attempt.failed(
                  new DeviceFailure.NoDevice("no PC/SC terminal " + terminals.wanted())));
    } catch (CardException noDaemon) {
      return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(noDaemon)));
    }
  }

  /**
   * Waits until a card lies there and is taken up.
   *
   * @param nothing what is said when none came
   */
  public <T> Attempt<T> awaitCard(Taking<T> taking, String nothing, Patience patience) {
    String lastProblem = nothing;
    do {
      switch (event(true, patience)) {
        case Attempt.Failed<Optional<CardTerminal>>(var failure) -> {
          return Attempt.failed(failure);
        }
        case Attempt.Done<Optional<CardTerminal>>(var there) when there.isPresent() -> {
          try {
            return Attempt.done(taking.take(there.get()));
          } catch (CardRefusedException notYet) {
            if (CardFailures.tellsLostDaemon(notYet)) {
              return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(notYet)));
            }
            lastProblem = CardFailures.describe(notYet);
            breathe(patience);
          }
        }
        case Attempt.Done<Optional<CardTerminal>> _ -> {}
      }
    } while (!patience.isOver());
    return Attempt.failed(outOf(patience, lastProblem));
  }

  /**
   * Waits until no card lies there; a terminal that was pulled out with its card is a failure.
   *
   * @param stillThere what is said when it was not lifted
   * @return when that was noticed, by the clock
   */
  public Attempt<Long> awaitRemoval(String stillThere, Patience patience) {
    do {
      switch (event(false, patience)) {
        case Attempt.Failed<Optional<CardTerminal>>(var failure) -> {
          return Attempt.failed(failure);
        }
        case Attempt.Done<Optional<CardTerminal>>(var gone) when gone.isPresent() -> {
          return terminal().map(_ -> clock.nanoTime());
        }
        case Attempt.Done<Optional<CardTerminal>> _ -> {}
      }
    } while (!patience.isOver());
    return Attempt.failed(outOf(patience, stillThere));
  }

  /**
   * Whether the card is gone after an exchange that failed.
   *
   * @param atMost how long the daemon may take to find that out
   */
  public Attempt<Boolean> isEmpty(Duration atMost) {
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> {
        try {
          yield Attempt.done(terminal.waitForCardAbsent(atMost.toMillis()));
        } catch (CardException | IllegalStateException lost) {
          yield lost(lost);
        }
      }
    };
  }

  /**
   * The terminal, as soon as its card is there or gone; empty when nothing changed for a while.
   * Looked for anew each time, because waiting at one that was pulled out never ends.
   */
  private Attempt<Optional<CardTerminal>> event(boolean present, Patience patience) {
    long slice = Math.clamp(patience.remaining().toMillis(), 1, SLICE);
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> {
        try {
          boolean happened =
              present ? terminal.waitForCardPresent(slice) : terminal.waitForCardAbsent(slice);
          yield Attempt.done(Optional.of(terminal).filter(_ -> happened));
        } catch (CardException | IllegalStateException lost) {
          yield lost(lost);
        }
      }
    };
  }

  private static <T> Attempt<T> lost(Exception how) {
    return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(how)));
  }

  /** What ends a question whose patience is over. */
  public static DeviceFailure outOf(Patience patience, String detail) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled(detail)
        : new DeviceFailure.TimedOut(patience.granted(), detail);
  }

  private static void breathe(Patience patience) {
    try {
      var _ = patience.pause(RETRY);
    } catch (InterruptedException interrupted) {
      patience.cancel();
      Thread.currentThread().interrupt();
    }
  }
}
