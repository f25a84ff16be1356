package io.hall24.device.staffcard;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.StaffCardReader;
import io.hall24.device.pcsc.CardFailures;
import io.hall24.device.pcsc.CardPlace;
import io.hall24.device.pcsc.CardRefusedException;
import io.hall24.device.staffcard.StaffApplet.RefusedException;
import io.hall24.device.time.Patience;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** A reader of staff cards. Used by one thread only, as every device. */
final class PcscStaffCardReader implements StaffCardReader {
  private final DeviceId id;
  private final CardPlace place;
  private final byte[] aid;
  private boolean open;
  private Optional<Held> held = Optional.empty();

  /** The card that lies there. */
  private record Held(Card card, StaffApplet applet) {}

  PcscStaffCardReader(DeviceId id, CardPlace place, byte[] aid) {
    this.id = id;
    this.place = place;
    this.aid = aid;
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
    open = true;
    return probe(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return present().map(CardTerminal::getName);
  }

  /** The terminal, while this reader is open. */
  private Attempt<CardTerminal> present() {
    return open
        ? place.terminal()
        : Attempt.failed(new DeviceFailure.Offline("reader is not open"));
  }

  @Override
  public Attempt<StaffCard> awaitCard(Patience patience) {
    leaveCard();
    return switch (present()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal> _ -> place.awaitCard(this::take, "no staff card", patience);
    };
  }

  /** A passport on the same reader, say, is refused: the person may yet lay the right one. */
  private StaffCard take(CardTerminal terminal) throws CardRefusedException {
    try {
      return hold(terminal.connect("*"));
    } catch (RefusedException
        | CardException
        | IllegalStateException
        | IllegalArgumentException another) {
      throw new CardRefusedException(another);
    }
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
    return switch (present()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal> _ ->
          place
              .awaitRemoval("card still there", patience)
              .map(at -> {
                leaveCard();
                return at;
              });
    };
  }

  @Override
  public Attempt<byte[]> answer(byte[] challenge, Patience patience) {
    if (patience.isOver()) {
      return Attempt.failed(CardPlace.outOf(patience, "not asked"));
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
    open = false;
    leaveCard();
  }
}
