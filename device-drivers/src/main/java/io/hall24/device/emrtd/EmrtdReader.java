package io.hall24.device.emrtd;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.lds.DocumentInterpreter;
import io.hall24.device.lds.MalformedFileException;
import io.hall24.device.lds.TrustedIssuers;
import io.hall24.device.pcsc.CardFailures;
import io.hall24.device.pcsc.CardPlace;
import io.hall24.device.pcsc.CardRefusedException;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.CardTerminal;
import net.sf.scuba.smartcards.CardServiceException;

/** A reader of contactless travel documents. Used by one thread only, as every device. */
final class EmrtdReader implements IdentityDocumentReader {
  // The daemon looks for the document every 400 ms; so long it may not know that it is gone.
  private static final Duration DAEMON_LOOKS = Duration.ofMillis(600);
  private static final String CLOSED = "reader is not open";

  private final DeviceId id;
  private final CardPlace place;
  private final Path trust;
  private final Optional<PageView> page;
  private final HallClock clock;
  private Optional<DocumentInterpreter> interpreter = Optional.empty();
  private Optional<Chip> chip = Optional.empty();

  EmrtdReader(DeviceId id, CardPlace place, Path trust, Optional<PageView> page, HallClock clock) {
    this.id = id;
    this.place = place;
    this.trust = trust;
    this.page = page;
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.IDENTITY_DOCUMENT_READER;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (interpreter.isEmpty()) {
      try {
        interpreter = Optional.of(new DocumentInterpreter(TrustedIssuers.load(trust), clock));
      } catch (IOException unusable) {
        return Attempt.failed(new DeviceFailure.UserError("trust: " + unusable.getMessage()));
      }
      Rehearsal.perform(clock);
    }
    page.ifPresent(PageView::open);
    return probe(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return present()
        .map(CardTerminal::getName)
        .map(name -> name + page.map(view -> ", " + view.state()).orElse(""));
  }

  /** The terminal, while this reader is open. */
  private Attempt<CardTerminal> present() {
    return interpreter.isPresent()
        ? place.terminal()
        : Attempt.failed(new DeviceFailure.Offline(CLOSED));
  }

  @Override
  public Attempt<PresentedDocument> awaitDocument(Patience patience) {
    leaveChip();
    return switch (present()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal> _ -> place.awaitCard(this::take, "no document", patience);
    };
  }

  private PresentedDocument take(CardTerminal terminal) throws CardRefusedException {
    long detected = clock.nanoTime();
    try {
      Chip found = Chip.connect(terminal);
      chip = Optional.of(found);
      boolean seen = page.filter(PageView::isReady).isPresent();
      return new PresentedDocument(detected, seen ? Set.of() : found.opens());
    } catch (CardServiceException | IllegalStateException | IllegalArgumentException notYet) {
      throw new CardRefusedException(notYet);
    }
  }

  @Override
  public Attempt<Long> awaitRemoval(Patience patience) {
    return switch (present()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal> _ ->
          place
              .awaitRemoval("document still there", patience)
              .map(at -> {
                leaveChip();
                return at;
              });
    };
  }

  @Override
  public DocumentReading read(AccessKey key, ErasableMemory memory, Patience patience) {
    if (interpreter.isEmpty()) {
      return new DocumentReading.Failed(new DeviceFailure.Offline(CLOSED));
    }
    if (chip.isEmpty()) {
      return new DocumentReading.Removed();
    }
    Chip opened = chip.get();
    try {
      String protocol = unlock(opened, key);
      try (ReadChip read = ReadChip.from(opened, patience)) {
        leaveChip();
        return patience.isOver()
            ? new DocumentReading.Failed(CardPlace.outOf(patience, "document half read"))
            : interpreter.get().interpret(read.files(), protocol, read.proof(), memory);
      }
    } catch (MalformedFileException malformed) {
      leaveChip();
      return new DocumentReading.Unreadable(String.valueOf(malformed.getMessage()));
    } catch (WrongKeyException wrong) {
      return new DocumentReading.WrongKey(opened.opens());
    } catch (CardServiceException | ChipRefusedException | RuntimeException failed) {
      return afterFailure(failed);
    }
  }

  /** A document whose page was seen opens by what stands there; which of it fits, the chip says. */
  private String unlock(Chip opened, AccessKey key) throws CardServiceException, WrongKeyException {
    List<AccessKey> keys =
        key instanceof AccessKey.None ? page.map(PageView::keys).orElse(List.of()) : List.of(key);
    WrongKeyException wrong = new WrongKeyException(new IllegalArgumentException("no key"));
    for (AccessKey one : keys) {
      try {
        return opened.unlock(one);
      } catch (WrongKeyException notThis) {
        wrong = notThis;
      }
    }
    throw wrong;
  }

  /**
   * What a failed exchange means, which only the terminal can tell: is the document still there?
   */
  private DocumentReading afterFailure(Exception failed) {
    leaveChip();
    if (CardFailures.tellsRemoval(failed)) {
      return new DocumentReading.Removed();
    }
    return switch (place.isEmpty(DAEMON_LOOKS)) {
      case Attempt.Failed<Boolean>(var failure) -> new DocumentReading.Failed(failure);
      case Attempt.Done<Boolean>(var empty) when empty || CardFailures.tellsLostDaemon(failed) ->
          new DocumentReading.Removed();
      case Attempt.Done<Boolean> _ -> new DocumentReading.Unreadable(CardFailures.describe(failed));
    };
  }

  private void leaveChip() {
    chip.ifPresent(Chip::close);
    chip = Optional.empty();
  }

  @Override
  public void close() {
    leaveChip();
    page.ifPresent(PageView::close);
    interpreter = Optional.empty();
  }
}
