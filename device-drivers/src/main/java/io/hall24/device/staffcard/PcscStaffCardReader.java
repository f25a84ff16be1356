package io.hall24.device.staffcard;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.StaffCardReader;
import io.hall24.device.pcsc.CardFailures;
import io.hall24.device.pcsc.Terminals;
import io.hall24.device.staffcard.StaffApplet.RefusedException;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** A reader of staff cards. Used by one thread only, as every device. */
final class PcscStaffCardReader implements StaffCardReader {
  // How late a withdrawn patience is noticed while waiting for an event of the terminal, in ms.
  private static final long SLICE = 100;
  private static final Duration RETRY = Duration.ofMillis(SLICE);

  private final DeviceId id;
  private final Terminals terminals;
  private final byte[] aid;
  private final HallClock clock;
  private Optional<Held> held = Optional.empty();

  /** The card that lies there. */
  private record Held(Card card, StaffApplet applet) {}

  PcscStaffCardReader(DeviceId id, Terminals terminals, byte[] aid, HallClock clock) {
    this.id = id;
    this.terminals = terminals;
    this.aid = aid;
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.STAFF_CARD_READER;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    return probe(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return terminal().map(CardTerminal::getName);
  }

  @Override
  public Attempt<StaffCard> awaitCard(Patience patience) {
    leaveCard();
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> awaitCard(terminal, patience);
    };
  }

  private Attempt<StaffCard> awaitCard(CardTerminal terminal, Patience patience) {
    String lastProblem = "no staff card";
    do {
      try {
        if (terminal.waitForCardPresent(slice(patience))) {
          return Attempt.done(hold(terminal.connect("*")));
        }
      } catch (RefusedException another) {
        // A passport on the same reader, say: the person may yet lay the right one.
        lastProblem = String.valueOf(another.getMessage());
        breathe(patience);
      } catch (CardException | IllegalStateException | IllegalArgumentException failed) {
        if (CardFailures.tellsLostDaemon(failed)) {
          return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(failed)));
        }
        lastProblem = CardFailures.describe(failed);
        breathe(patience);
      }
    } while (!patience.isOver());
    return Attempt.failed(outOf(patience, lastProblem));
  }

  private StaffCard hold(Card card) throws CardException, RefusedException {
    try {
      StaffApplet applet = StaffApplet.on(card, aid);
      StaffCard found = applet.card();
      held = Optional.of(new Held(card, applet));
      return found;
    } finally {
      if (held.isEmpty()) {
        disconnect(card);
      }
    }
  }

  @Override
  public Attempt<Long> awaitRemoval(Patience patience) {
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> awaitRemoval(terminal, patience);
    };
  }

  private Attempt<Long> awaitRemoval(CardTerminal terminal, Patience patience) {
    try {
      do {
        if (terminal.waitForCardAbsent(slice(patience))) {
          leaveCard();
          return Attempt.done(clock.nanoTime());
        }
      } while (!patience.isOver());
      return Attempt.failed(outOf(patience, "card still there"));
    } catch (CardException | IllegalStateException lost) {
      return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(lost)));
    }
  }

  @Override
  public Attempt<byte[]> answer(byte[] challenge, Patience patience) {
    if (patience.isOver()) {
      return Attempt.failed(outOf(patience, "not asked"));
    }
    if (held.isEmpty()) {
      return Attempt.failed(new DeviceFailure.TimedOut(patience.granted(), "no card lies there"));
    }
    try {
      return Attempt.done(held.get().applet().answer(challenge));
    } catch (RefusedException
        | CardException
        | IllegalStateException
        | IllegalArgumentException e) {
      leaveCard();
      return Attempt.failed(
          CardFailures.tellsLostDaemon(e)
              ? new DeviceFailure.Offline(CardFailures.describe(e))
              : new DeviceFailure.TimedOut(
                  patience.granted(), "the card did not answer: " + CardFailures.describe(e)));
    }
  }

  private Attempt<CardTerminal> terminal() {
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

  private static long slice(Patience patience) {
    return Math.clamp(patience.remaining().toMillis(), 1, SLICE);
  }

  private static void breathe(Patience patience) {
    try {
      var _ = patience.pause(RETRY);
    } catch (InterruptedException interrupted) {
      patience.cancel();
      Thread.currentThread().interrupt();
    }
  }

  private static DeviceFailure outOf(Patience patience, String detail) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled(detail)
        : new DeviceFailure.TimedOut(patience.granted(), detail);
  }

  private static void disconnect(Card card) {
    try {
      card.disconnect(true);
    } catch (CardException | IllegalStateException gone) {
      // It is no longer there to be left.
    }
  }

  private void leaveCard() {
    held.ifPresent(there -> disconnect(there.card()));
    held = Optional.empty();
  }

  @Override
  public void close() {
    leaveCard();
  }
}
