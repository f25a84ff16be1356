package io.hall24.device.simulated;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.lds.ChipProof;
import io.hall24.device.lds.DocumentFiles;
import io.hall24.device.lds.DocumentInterpreter;
import io.hall24.device.lds.TrustedIssuers;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A reader that only pretends: files instead of a chip, a file instead of the document's weight.
 */
final class SimulatedDocumentReader implements IdentityDocumentReader {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final String CAN = "CAN.txt";
  private static final String CLOSED = "reader is not open";
  private static final List<Integer> GROUPS = List.of(1, 2, 11);
  private static final Set<Integer> NEEDED = Set.of(1, 2);

  private final DeviceId id;
  private final Path document;
  private final Path inserted;
  private final Path trust;
  private final HallClock clock;
  private Optional<DocumentInterpreter> interpreter = Optional.empty();

  SimulatedDocumentReader(
      DeviceId id, Path document, String inserted, Path trust, HallClock clock) {
    this.id = id;
    this.document = document;
    this.inserted = document.resolve(inserted);
    this.trust = trust;
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
  public boolean simulated() {
    return true;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (interpreter.isEmpty()) {
      try {
        interpreter = Optional.of(new DocumentInterpreter(TrustedIssuers.load(trust), clock));
      } catch (IOException unusable) {
        return Attempt.failed(new DeviceFailure.UserError("trust: " + unusable.getMessage()));
      }
    }
    return probe(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return absence()
        .<Attempt<String>>map(Attempt::failed)
        .orElseGet(() -> Attempt.done("simulated document reader"));
  }

  private Optional<DeviceFailure> absence() {
    if (interpreter.isEmpty()) {
      return Optional.of(new DeviceFailure.Offline(CLOSED));
    }
    return Files.isDirectory(document)
        ? Optional.empty()
        : Optional.of(new DeviceFailure.NoDevice("no directory " + document));
  }

  @Override
  public Attempt<PresentedDocument> awaitDocument(Patience patience) {
    return await(true, patience).map(at -> new PresentedDocument(at, openedBy()));
  }

  @Override
  public Attempt<Long> awaitRemoval(Patience patience) {
    return await(false, patience);
  }

  private Attempt<Long> await(boolean there, Patience patience) {
    try {
      do {
        Optional<DeviceFailure> absent = absence();
        if (absent.isPresent()) {
          return Attempt.failed(absent.get());
        }
        if (Files.exists(inserted) == there) {
          return Attempt.done(clock.nanoTime());
        }
      } while (patience.pause(LOOK));
    } catch (InterruptedException interrupted) {
      patience.cancel();
      Thread.currentThread().interrupt();
    }
    String detail = there ? "no document" : "document still there";
    return Attempt.failed(
        patience.isCancelled()
            ? new DeviceFailure.Cancelled(detail)
            : new DeviceFailure.TimedOut(patience.granted(), detail));
  }

  @Override
  public DocumentReading read(AccessKey key, ErasableMemory memory, Patience patience) {
    if (interpreter.isEmpty()) {
      return new DocumentReading.Failed(new DeviceFailure.Offline(CLOSED));
    }
    if (!Files.exists(inserted)) {
      return new DocumentReading.Removed();
    }
    try {
      if (!opens(key)) {
        return new DocumentReading.WrongKey(openedBy());
      }
      try (var files = files()) {
        return Files.exists(inserted)
            ? interpreter.get().interpret(files, "simulated", ChipProof.NOT_OFFERED, memory)
            : new DocumentReading.Removed();
      }
    } catch (IOException unreadable) {
      return new DocumentReading.Unreadable("cannot read " + document);
    }
  }

  private Set<AccessKey.Kind> openedBy() {
    return Files.exists(document.resolve(CAN))
        ? Set.of(AccessKey.Kind.CAN, AccessKey.Kind.MRZ)
        : Set.of(AccessKey.Kind.MRZ);
  }

  /** The CAN is compared; a zone is believed, because nothing here derives keys from it. */
  private boolean opens(AccessKey key) throws IOException {
    return switch (key) {
      case AccessKey.None() -> false;
      case AccessKey.Can(var digits) ->
          Files.exists(document.resolve(CAN))
              && Files.readString(document.resolve(CAN)).strip().equals(digits);
      case AccessKey.Mrz mrz -> true;
    };
  }

  private DocumentFiles files() throws IOException {
    Map<Integer, byte[]> groups = new TreeMap<>();
    for (int number : GROUPS) {
      Path file = document.resolve("DG" + number + ".bin");
      if (NEEDED.contains(number) || Files.exists(file)) {
        groups.put(number, content(file));
      }
    }
    return new DocumentFiles(groups, content(document.resolve("SOD.bin")));
  }

  /** Mapped, because a channel keeps a copy outside the heap of what a thread read last. */
  private static byte[] content(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
          .toArray(ValueLayout.JAVA_BYTE);
    }
  }

  @Override
  public void close() {
    interpreter = Optional.empty();
  }
}
