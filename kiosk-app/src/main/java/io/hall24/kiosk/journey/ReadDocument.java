package io.hall24.kiosk.journey;

import io.hall24.config.Profile;
import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DocumentReading;
import io.hall24.device.IdentityDocument;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.lds.MalformedFileException;
import io.hall24.device.lds.ZoneField;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.journey.VisitOutcome.DocumentNotAccepted;
import io.hall24.kiosk.journey.VisitOutcome.DocumentProblem;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step of a visit in which the identity document is put down and read. */
final class ReadDocument {
  private static final Logger LOG = LoggerFactory.getLogger(ReadDocument.class);
  private static final int KEY_TRIES = 3;
  private static final int READ_TRIES = 3;
  private static final Duration READING = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DocumentReaders readers;
  private final Profile.Visit waiting;

  ReadDocument(DocumentReaders readers, Profile.Visit waiting) {
    this.readers = readers;
    this.waiting = waiting;
  }

  /**
   * Reads it.
   *
   * @param beside is run when the chip begins to be read, where a camera is to open meanwhile; not
   *     before, because nobody is told of it on the screens before
   */
  IdentityDocument read(Visit visit, Dialogue ask, Optional<Runnable> beside)
      throws InterruptedException {
    var placed = await(ask);
    var presented = placed.document();
    visit.timeline().markAt(VisitTimeline.DOCUMENT_DETECTED, presented.detectedAtNanos());
    AccessKey key = key(presented.opens(), false, ask);
    beside.ifPresent(Runnable::run);
    int keyTries = 1;
    for (int tries = 1; ; tries++) {
      ask.show(new Moment.ReadingDocument(beside.isPresent()));
      switch (readOnce(placed.reader(), visit, key)) {
        case DocumentReading.Read(var document) -> {
          return document;
        }
        case DocumentReading.WrongKey(var opens) -> {
          if (keyTries++ >= KEY_TRIES) {
            throw problem(DocumentProblem.WRONG_CAN);
          }
          key = key(opens, true, ask);
        }
        case DocumentReading.Removed() -> throw problem(DocumentProblem.REMOVED);
        case DocumentReading.Unreadable(var detail) -> {
          LOG.warn("document unreadable, try {}: {}", tries, detail);
          if (tries >= READ_TRIES) {
            throw problem(DocumentProblem.UNREADABLE);
          }
        }
        case DocumentReading.UnknownType(var type) -> {
          LOG.warn("document of unknown type: {}", type);
          throw problem(DocumentProblem.UNKNOWN_TYPE);
        }
        case DocumentReading.Failed(var failure) -> {
          LOG.warn("document reader: {}", failure);
          throw new VisitEnd(new ServiceUnavailable(Part.DOCUMENT_READER));
        }
      }
    }
  }

  /** Six digits are asked for where they open the chip: less to type than three parts of a zone. */
  private static AccessKey key(Set<AccessKey.Kind> opens, boolean refused, Dialogue ask)
      throws InterruptedException {
    if (opens.contains(AccessKey.Kind.CAN)) {
      return ask.ask(new Question.EnterCan(refused));
    }
    return opens.contains(AccessKey.Kind.MRZ) ? zone(refused, ask) : new AccessKey.None();
  }

  private static AccessKey zone(boolean refused, Dialogue ask) throws InterruptedException {
    String number = field(ZoneField.NUMBER, refused, ask);
    String birth = field(ZoneField.BIRTH, false, ask);
    String expiry = field(ZoneField.EXPIRY, false, ask);
    try {
      LocalDate today = LocalDate.ofInstant(ask.time().wallTime(), ZoneOffset.UTC);
      return ZoneField.key(number, birth, expiry, today);
    } catch (MalformedFileException inAnotherCentury) {
      LOG.warn("a date of a zone is on no calendar");
      throw problem(DocumentProblem.WRONG_CAN);
    }
  }

  /** Asked until the check digit fits; the person's time is the limit. */
  private static String field(ZoneField field, boolean refused, Dialogue ask)
      throws InterruptedException {
    var before =
        refused ? Question.EnterZone.Before.REFUSED_BY_CHIP : Question.EnterZone.Before.NOTHING;
    String typed = ask.ask(new Question.EnterZone(field, before));
    while (!field.agrees(typed)) {
      typed = ask.ask(new Question.EnterZone(field, Question.EnterZone.Before.CHECK_DIGIT));
    }
    return typed;
  }

  private DocumentReaders.Placed await(Dialogue ask) throws InterruptedException {
    var allowance = new Allowance(waiting.document(), waiting.warning(), ask.time());
    ask.show(new Moment.PlaceDocument(allowance));
    return switch (awaitIn(allowance)) {
      case Attempt.Done<DocumentReaders.Placed>(var placed) -> placed;
      // Somebody may have laid a document on a reader that is gone.
      case Attempt.Failed<DocumentReaders.Placed>(DeviceFailure.TimedOut _)
          when readers.allOpen() ->
          throw problem(DocumentProblem.NOT_PLACED);
      case Attempt.Failed<DocumentReaders.Placed> _ ->
          throw new VisitEnd(new ServiceUnavailable(Part.DOCUMENT_READER));
    };
  }

  /** Looks again and again: the person's time may stand still meanwhile, or be had anew. */
  private Attempt<DocumentReaders.Placed> awaitIn(Allowance allowance) throws InterruptedException {
    while (true) {
      Duration left = allowance.left();
      Duration look = left.compareTo(LOOK) < 0 ? left : LOOK;
      var attempt = readers.await(look);
      if (allowance.remaining().over()
          || !(attempt
              instanceof Attempt.Failed<DocumentReaders.Placed>(DeviceFailure.TimedOut _))) {
        return attempt;
      }
    }
  }

  private static DocumentReading readOnce(
      SupervisedDevice<IdentityDocumentReader> reader, Visit visit, AccessKey key)
      throws InterruptedException {
    return visit
        .timeline()
        .during(
            "read-document",
            VisitTimeline.Kind.MACHINE,
            () ->
                reader.<DocumentReading>ask(
                    READING,
                    (device, patience) -> device.read(key, visit.memory(), patience),
                    DocumentReading.Failed::new));
  }

  private static VisitEnd problem(DocumentProblem problem) {
    return new VisitEnd(new DocumentNotAccepted(problem));
  }

  /** The stable name of what became of reading, for the journal. */
  static Optional<String> problemOf(VisitOutcome outcome) {
    return switch (outcome) {
      case DocumentNotAccepted(var problem) -> Optional.of(problem.name());
      default -> Optional.empty();
    };
  }
}
