package io.hall24.kiosk.ops;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocument;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What {@code hall24 read-document} does: waits for one identity document and reads its chip. */
public final class ReadIdentityDocument {
  private static final Duration OPENING = Duration.ofSeconds(10);
  private static final Duration READING = Duration.ofSeconds(30);
  private final HallClock clock;

  public ReadIdentityDocument(HallClock clock) {
    this.clock = clock;
  }

  /** Where the key of a document comes from. */
  @FunctionalInterface
  public interface KeySource {
    /**
     * A key for a document that lies on the reader.
     *
     * @param opens the kinds of key of which one opens it, at least one
     * @return empty when there is none
     */
    Optional<AccessKey> keyFor(Set<AccessKey.Kind> opens);
  }

  /** How it ended. */
  public sealed interface Outcome {
    /** All of it was read; it may still be forged. */
    record Read(IdentityDocument document) implements Outcome {}

    /** Nobody laid one down in time. */
    record NoDocument(Duration waited) implements Outcome {}

    /**
     * There is no key for it.
     *
     * @param opens kinds of key of which one would do
     */
    record NoKey(Set<AccessKey.Kind> opens) implements Outcome {
      public NoKey {
        opens = Set.copyOf(opens);
      }
    }

    /** The document was not read; the reader is well. */
    record NotRead(String why) implements Outcome {}

    /** The reader does not work. */
    record ReaderFailed(DeviceFailure failure) implements Outcome {}
  }

  /**
   * Reads one document.
   *
   * @param reader closed; opened by this call and left open
   * @param wait how long a document is waited for
   * @param memory takes the chip photo
   */
  public Outcome read(
      IdentityDocumentReader reader, KeySource keys, Duration wait, ErasableMemory memory) {
    if (reader.open(Patience.of(OPENING, clock)) instanceof Attempt.Failed<String>(var failure)) {
      return new Outcome.ReaderFailed(failure);
    }
    return switch (reader.awaitDocument(Patience.of(wait, clock))) {
      case Attempt.Failed<PresentedDocument>(DeviceFailure.TimedOut _) ->
          new Outcome.NoDocument(wait);
      case Attempt.Failed<PresentedDocument>(var failure) -> new Outcome.ReaderFailed(failure);
      case Attempt.Done<PresentedDocument>(var presented) ->
          (presented.opens().isEmpty()
                  ? Optional.<AccessKey>of(new AccessKey.None())
                  : keys.keyFor(presented.opens()))
              .map(key -> read(reader, key, memory))
              .orElseGet(() -> new Outcome.NoKey(presented.opens()));
    };
  }

  private Outcome read(IdentityDocumentReader reader, AccessKey key, ErasableMemory memory) {
    return switch (reader.read(key, memory, Patience.of(READING, clock))) {
      case DocumentReading.Read(var document) -> new Outcome.Read(document);
      case DocumentReading.WrongKey _ -> new Outcome.NotRead("the key does not open its chip");
      case DocumentReading.Removed _ -> new Outcome.NotRead("it was taken away while it was read");
      case DocumentReading.Unreadable(var detail) -> new Outcome.NotRead(detail);
      case DocumentReading.UnknownType(var type) ->
          new Outcome.NotRead(type + " is not known here; a record layout for it is missing");
      case DocumentReading.Failed(var failure) -> new Outcome.ReaderFailed(failure);
    };
  }
}
