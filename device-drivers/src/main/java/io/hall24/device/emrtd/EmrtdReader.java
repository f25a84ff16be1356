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
import io.hall24.device.pcsc.Terminals;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import net.sf.scuba.smartcards.CardServiceException;

/** A reader of contactless travel documents. Used by one thread only, as every device. */
final class EmrtdReader implements IdentityDocumentReader {
  // How late a withdrawn patience is noticed while waiting for an event of the terminal, in ms.
  private static final long SLICE = 100;
  // The daemon looks for the document every 400 ms; so long it may not know that it is gone, in ms.
  private static final long DAEMON_LOOKS = 600;
  private static final Duration RETRY = Duration.ofMillis(SLICE);

  private final DeviceId id;
  private final Terminals terminals;
  private final Path trust;
  private final Optional<PageView> page;
  private final HallClock clock;
  private Optional<DocumentInterpreter> interpreter = Optional.empty();
  private Optional<Chip> chip = Optional.empty();

  EmrtdReader(
      DeviceId id, Terminals terminals, Path trust, Optional<PageView> page, HallClock clock) {
    this.id = id;
    this.terminals = terminals;
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
    return terminal()
        .map(CardTerminal::getName)
        .map(name -> name + page.map(view -> ", " + view.state()).orElse(""));
  }

  @Override
  public Attempt<PresentedDocument> awaitDocument(Patience patience) {
    leaveChip();
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> awaitDocument(terminal, patience);
    };
  }

  private Attempt<PresentedDocument> awaitDocument(CardTerminal terminal, Patience patience) {
    String lastProblem = "no document";
    do {
      try {
        if (terminal.waitForCardPresent(slice(patience))) {
          long detected = clock.nanoTime();
          Chip found = Chip.connect(terminal);
          chip = Optional.of(found);
          boolean seen = page.filter(PageView::isReady).isPresent();
          return Attempt.done(new PresentedDocument(detected, seen ? Set.of() : found.opens()));
        }
      } catch (CardServiceException | IllegalStateException | IllegalArgumentException notYet) {
        // Laid down badly or lifted at once: the person is still moving it.
        lastProblem = CardFailures.describe(notYet);
        breathe(patience);
      } catch (CardException lost) {
        return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(lost)));
      }
    } while (!patience.isOver());
    return Attempt.failed(outOf(patience, lastProblem));
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
          leaveChip();
          return Attempt.done(clock.nanoTime());
        }
      } while (!patience.isOver());
      return Attempt.failed(outOf(patience, "document still there"));
    } catch (CardException | IllegalStateException lost) {
      return Attempt.failed(new DeviceFailure.Offline(CardFailures.describe(lost)));
    }
  }

  @Override
  public DocumentReading read(AccessKey key, ErasableMemory memory, Patience patience) {
    if (interpreter.isEmpty()) {
      return new DocumentReading.Failed(new DeviceFailure.Offline("reader is not open"));
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
            ? new DocumentReading.Failed(outOf(patience, "document half read"))
            : interpreter.get().interpret(read.files(), protocol, read.proof(), memory);
      }
    } catch (MalformedFileException malformed) {
      leaveChip();
      return new DocumentReading.Unreadable(String.valueOf(malformed.getMessage()));
    } catch (WrongKeyException wrong) {
      return new DocumentReading.WrongKey();
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
    return switch (terminal()) {
      case Attempt.Failed<CardTerminal>(var failure) -> new DocumentReading.Failed(failure);
      case Attempt.Done<CardTerminal>(var terminal) -> {
        try {
          yield CardFailures.tellsLostDaemon(failed) || terminal.waitForCardAbsent(DAEMON_LOOKS)
              ? new DocumentReading.Removed()
              : new DocumentReading.Unreadable(CardFailures.describe(failed));
        } catch (CardException lost) {
          yield new DocumentReading.Failed(new DeviceFailure.Offline(CardFailures.describe(lost)));
        }
      }
    };
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
