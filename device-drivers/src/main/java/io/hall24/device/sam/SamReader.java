package io.hall24.device.sam;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.ChipPhoto;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.sam.SamConversation.Reply;
import io.hall24.device.serial.SerialLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A reader whose security module hangs on a serial line. */
final class SamReader implements IdentityDocumentReader {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);
  private static final int ROUNDS = 3;

  private final DeviceId id;
  private final SamSetup setup;
  private final HallClock clock;
  private Optional<Module> module = Optional.empty();

  /** An open module and what was found out about it. */
  private record Module(
      SamConversation conversation,
      String number,
      CardInterpreter interpreter,
      Optional<CardPhotoDecoder> photos) {}

  /** A card was found and selected and waits to be read, which can be done once. */
  private boolean selected;

  SamReader(DeviceId id, SamSetup setup, HallClock clock) {
    this.id = id;
    this.setup = setup;
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
    if (module.isPresent()) {
      return Attempt.done(description(module.get()));
    }
    return switch (setup.interpreter()) {
      case Attempt.Failed<CardInterpreter>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<CardInterpreter>(var interpreter) ->
          switch (setup.photos()) {
            case Attempt.Failed<Optional<CardPhotoDecoder>>(var failure) -> Attempt.failed(failure);
            case Attempt.Done<Optional<CardPhotoDecoder>>(var photos) ->
                open(interpreter, photos, patience);
          };
    };
  }

  private Attempt<String> open(
      CardInterpreter interpreter, Optional<CardPhotoDecoder> photos, Patience patience) {
    return switch (SerialLine.open(setup.port(), setup.baud())) {
      case Attempt.Failed<SerialLine>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<SerialLine>(var line) ->
          greet(new SamConversation(line, clock), interpreter, photos, patience);
    };
  }

  /** A module that was disturbed in the middle of something is reset once. */
  private Attempt<String> greet(
      SamConversation conversation,
      CardInterpreter interpreter,
      Optional<CardPhotoDecoder> photos,
      Patience patience) {
    Attempt<SamAnswer> well = expect(conversation, SamCommand.STATUS, patience);
    if (well instanceof Attempt.Failed<SamAnswer> && !patience.isOver()) {
      var _ = conversation.ask(SamCommand.RESET, patience);
      well = expect(conversation, SamCommand.STATUS, patience);
    }
    if (well instanceof Attempt.Done<SamAnswer>) {
      well = expect(conversation, SamCommand.NUMBER, patience);
    }
    return switch (well) {
      case Attempt.Done<SamAnswer>(var answer) -> {
        Module opened = new Module(conversation, SamNumber.of(answer.data()), interpreter, photos);
        module = Optional.of(opened);
        yield Attempt.done(description(opened));
      }
      case Attempt.Failed<SamAnswer>(var failure) -> {
        conversation.close();
        yield Attempt.failed(failure);
      }
    };
  }

  private static String description(Module module) {
    return "security module "
        + module.number()
        + module
            .photos()
            .map(CardPhotoDecoder::state)
            .map(state -> state.isEmpty() ? "" : ", " + state)
            .orElse(", no photo decoder");
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return switch (module()) {
      case Attempt.Failed<Module>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<Module>(var open) ->
          expect(open.conversation(), SamCommand.STATUS, patience).map(_ -> description(open));
    };
  }

  @Override
  public Attempt<PresentedDocument> awaitDocument(Patience patience) {
    selected = false;
    return switch (module()) {
      case Attempt.Failed<Module>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<Module>(var open) -> awaitDocument(open, patience);
    };
  }

  private Attempt<PresentedDocument> awaitDocument(Module open, Patience patience) {
    do {
      switch (select(open, patience)) {
        case Attempt.Done<Optional<Long>>(var detected) -> {
          if (detected.isPresent()) {
            return Attempt.done(new PresentedDocument(detected.get(), Set.of()));
          }
        }
        case Attempt.Failed<Optional<Long>>(var failure) -> {
          return Attempt.failed(failure);
        }
      }
    } while (pause(patience));
    return Attempt.failed(outOf(patience, "no document"));
  }

  /** Finds and selects a card; the value is when it was found, empty when none lies there. */
  private Attempt<Optional<Long>> select(Module open, Patience patience) {
    return switch (answer(open.conversation(), SamCommand.FIND, patience)) {
      case Attempt.Failed<SamAnswer>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<SamAnswer>(var found) when !SamCommand.FIND.succeeded(found) ->
          Attempt.done(Optional.empty());
      case Attempt.Done<SamAnswer> _ -> {
        long detected = clock.nanoTime();
        yield answer(open.conversation(), SamCommand.SELECT, patience)
            .map(answer -> {
              // Laid down badly or lifted at once: the person is still moving it.
              selected = SamCommand.SELECT.succeeded(answer);
              return Optional.of(detected).filter(_ -> selected);
            });
      }
    };
  }

  @Override
  public Attempt<Long> awaitRemoval(Patience patience) {
    selected = false;
    return switch (module()) {
      case Attempt.Failed<Module>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<Module>(var open) -> awaitRemoval(open, patience);
    };
  }

  private Attempt<Long> awaitRemoval(Module open, Patience patience) {
    do {
      switch (answer(open.conversation(), SamCommand.FIND, patience)) {
        case Attempt.Failed<SamAnswer>(var failure) -> {
          return Attempt.failed(failure);
        }
        case Attempt.Done<SamAnswer>(var found) -> {
          if (!SamCommand.FIND.succeeded(found)) {
            return Attempt.done(clock.nanoTime());
          }
        }
      }
    } while (pause(patience));
    return Attempt.failed(outOf(patience, "document still there"));
  }

  @Override
  public DocumentReading read(AccessKey key, ErasableMemory memory, Patience patience) {
    return switch (module()) {
      case Attempt.Failed<Module>(var failure) -> new DocumentReading.Failed(failure);
      case Attempt.Done<Module>(var open) -> {
        try {
          yield read(open, memory, patience);
        } finally {
          selected = false;
          module.ifPresent(there -> there.conversation().wipe());
        }
      }
    };
  }

  /** A card can be read once for each time it was selected. */
  private DocumentReading read(Module open, ErasableMemory memory, Patience patience) {
    String problem = "not read";
    for (int round = 0; round < ROUNDS && !patience.isOver(); round++) {
      if (!selected) {
        switch (select(open, patience)) {
          case Attempt.Failed<Optional<Long>>(var failure) -> {
            return new DocumentReading.Failed(failure);
          }
          case Attempt.Done<Optional<Long>>(var there) when there.isEmpty() -> {
            return new DocumentReading.Removed();
          }
          case Attempt.Done<Optional<Long>> _ -> {}
        }
      }
      selected = false;
      switch (open.conversation().ask(SamCommand.READ, patience)) {
        case Reply.Answered(var answer) when SamCommand.READ.succeeded(answer) -> {
          return understand(open, answer, memory, patience);
        }
        case Reply.Answered(var answer) -> problem = SamStatus.describe(answer.code());
        case Reply.Garbled(var detail) -> problem = detail;
        case Reply.Silent _, Reply.Lost _, Reply.GivenUp _ -> {
          return new DocumentReading.Failed(lost(patience, "no answer to reading a card"));
        }
      }
    }
    return patience.isOver()
        ? new DocumentReading.Failed(outOf(patience, problem))
        : new DocumentReading.Unreadable(problem);
  }

  private DocumentReading understand(
      Module open, SamAnswer answer, ErasableMemory memory, Patience patience) {
    try (ErasableMemory own = new ErasableMemory()) {
      CardRecord record = CardRecord.of(answer.data());
      // The next exchange needs the memory in which the answer lies.
      ByteBuffer text = moved(record.text(), own);
      Optional<MemorySegment> coded =
          record.photo().hasRemaining()
              ? Optional.of(MemorySegment.ofBuffer(moved(record.photo(), own)))
              : Optional.empty();
      Optional<String> newAddress = Optional.empty();
      if (setup.newAddress()) {
        switch (newAddress(open, patience)) {
          case Attempt.Failed<Optional<String>>(var failure) -> {
            return new DocumentReading.Failed(failure);
          }
          case Attempt.Done<Optional<String>>(var address) -> newAddress = address;
        }
      }
      return open.interpreter()
          .interpret(
              new CardText(text), newAddress, open.number(), () -> photo(open, coded, memory));
    } catch (MalformedRecordException malformed) {
      return new DocumentReading.Unreadable(String.valueOf(malformed.getMessage()));
    }
  }

  private static ByteBuffer moved(ByteBuffer bytes, ErasableMemory memory) {
    ByteBuffer own = memory.allocate(bytes.remaining()).asByteBuffer();
    own.put(bytes.duplicate()).flip();
    return own;
  }

  private static Optional<ChipPhoto> photo(
      Module open, Optional<MemorySegment> coded, ErasableMemory memory) {
    return open.photos().flatMap(decoder -> coded.flatMap(bytes -> decoder.decode(bytes, memory)));
  }

  /** Most cards have none. */
  private Attempt<Optional<String>> newAddress(Module open, Patience patience)
      throws MalformedRecordException {
    return switch (open.conversation().ask(SamCommand.READ_NEW_ADDRESS, patience)) {
      case Reply.Answered(var answer) when SamCommand.READ_NEW_ADDRESS.succeeded(answer) ->
          Attempt.done(
              Optional.of(
                      new CardText(answer.data())
                          .text(
                              new RecordLayout.Place(0, answer.data().remaining() & ~1),
                              "new address"))
                  .filter(address -> !address.isEmpty()));
      case Reply.Answered(var answer) when answer.is(SamStatus.NO_CONTENT) ->
          Attempt.done(Optional.empty());
      case Reply.Answered(var answer) ->
          throw new MalformedRecordException("new address: " + SamStatus.describe(answer.code()));
      case Reply.Garbled(var detail) ->
          throw new MalformedRecordException("new address: " + detail);
      case Reply.Silent _, Reply.Lost _, Reply.GivenUp _ ->
          Attempt.failed(lost(patience, "no answer to reading a new address"));
    };
  }

  /** An answer that says it was done; anything else is a failure of the device. */
  private Attempt<SamAnswer> expect(
      SamConversation conversation, SamCommand command, Patience patience) {
    return switch (answer(conversation, command, patience)) {
      case Attempt.Done<SamAnswer>(var answer) when !command.succeeded(answer) ->
          Attempt.failed(new DeviceFailure.HardwareError(SamStatus.describe(answer.code())));
      case Attempt<SamAnswer> other -> other;
    };
  }

  /** An answer, unless it says that the module itself does not work. */
  private Attempt<SamAnswer> answer(
      SamConversation conversation, SamCommand command, Patience patience) {
    return switch (conversation.ask(command, patience)) {
      case Reply.Answered(var answer) ->
          answer.is(SamStatus.SELF_TEST_FAILED) || answer.is(SamStatus.NOT_AUTHORISED)
              ? Attempt.failed(new DeviceFailure.HardwareError(SamStatus.describe(answer.code())))
              : Attempt.done(answer);
      case Reply.Garbled(var detail) ->
          Attempt.failed(
              new DeviceFailure.Offline(
                  "answers arrive damaged, look at cable and baud rate: " + detail));
      case Reply.Lost(var detail) -> Attempt.failed(new DeviceFailure.Offline(detail));
      case Reply.Silent _, Reply.GivenUp _ ->
          Attempt.failed(lost(patience, "no answer on " + setup.port()));
    };
  }

  private static DeviceFailure lost(Patience patience, String detail) {
    return patience.isOver() ? outOf(patience, detail) : new DeviceFailure.Offline(detail);
  }

  private Attempt<Module> module() {
    return module
        .map(Attempt::done)
        .orElseGet(() -> Attempt.failed(new DeviceFailure.Offline("reader is not open")));
  }

  private static boolean pause(Patience patience) {
    try {
      return patience.pause(BETWEEN_LOOKS);
    } catch (InterruptedException interrupted) {
      patience.cancel();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static DeviceFailure outOf(Patience patience, String detail) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled(detail)
        : new DeviceFailure.TimedOut(patience.granted(), detail);
  }

  @Override
  public void close() {
    selected = false;
    module.ifPresent(open -> open.conversation().close());
    setup.hosted().ifPresent(HostedPhotoDecoder::close);
    module = Optional.empty();
  }
}
