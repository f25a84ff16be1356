package io.hall24.kiosk.journey;

import io.hall24.config.HallTime;
import io.hall24.config.OpeningHours;
import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.text.Masking;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The step of a visit in which somebody else than the camera confirms the person: a clerk of the
 * hall, at this screen, with two factors. Where no way is open, a time is booked.
 */
final class OtherWay {
  private static final int TRIES = 3;

  private final Counter counter;

  OtherWay(Counter counter) {
    this.counter = counter;
  }

  /**
   * Whether a clerk can come to the terminal at this hour.
   *
   * @return how the visit ends when not
   */
  Optional<VisitOutcome> closed(
      Visit visit, Optional<IdentityDocument> document, VisitOutcome otherwise) {
    LocalDateTime now = LocalDateTime.ofInstant(counter.clock().wallTime(), HallTime.ZONE);
    if (counter.opening().clerk().openAt(now)) {
      return Optional.empty();
    }
    OpeningHours any = counter.opening().withoutFace();
    return Optional.of(any.openAt(now) ? otherwise : book(visit, document, any.nextOpening(now)));
  }

  private VisitOutcome book(
      Visit visit, Optional<IdentityDocument> document, Optional<LocalDateTime> from) {
    long entry =
        counter.require(
            new VisitEvent.TimeBooked(
                visit.id(),
                from.map(LocalDateTime::toString),
                document.map(read -> read.type().name()),
                document.map(IdentityDocument::number)));
    counter.receipts().booked(entry, from);
    return new VisitOutcome.Booked(entry, from);
  }

  /**
   * Returns when a clerk has co-signed, which is then in the record; ends the visit otherwise.
   *
   * @param otherwise how the visit ends when no clerk does
   */
  Route.Clerk confirm(Visit visit, IdentityDocument document, VisitOutcome otherwise, Dialogue ask)
      throws InterruptedException {
    Optional<VisitOutcome> closed = closed(visit, Optional.of(document), otherwise);
    if (closed.isPresent()) {
      throw new VisitEnd(closed.get());
    }
    var facts =
        new Question.ReadDocumentFacts(
            document.type(), document.name(), Masking.code(document.number()));
    Optional<CoSigning.Why> before = Optional.empty();
    for (int tries = 0; tries < TRIES; tries++) {
      var answer = ask.ask(new Question.CallClerk(facts, before));
      if (answer == Question.CallClerk.Answer.ANOTHER_TIME) {
        break;
      }
      switch (sign(ask)) {
        case CoSigning.Outcome.Signed(var clerk) -> {
          record(visit, clerk);
          return clerk;
        }
        case CoSigning.Outcome.NotSigned(var why) -> before = Optional.of(why);
      }
    }
    throw new VisitEnd(otherwise);
  }

  private CoSigning.Outcome sign(Dialogue ask) throws InterruptedException {
    try (TypedDigits number = ask.ask(new Question.ClerkDigits(Question.ClerkDigits.Part.NUMBER));
        TypedDigits pin = ask.ask(new Question.ClerkDigits(Question.ClerkDigits.Part.PIN));
        TypedDigits code = ask.ask(new Question.ClerkDigits(Question.ClerkDigits.Part.CODE))) {
      return counter.clerks().sign(new CoSigning.Credential(number, pin, code));
    }
  }

  private void record(Visit visit, Route.Clerk clerk) {
    counter.require(
        new VisitEvent.CoSigned(
            visit.id(),
            clerk.staffNumber(),
            clerk.proven().stream().map(Enum::name).sorted().toList()));
  }
}
