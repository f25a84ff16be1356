package io.hall24.kiosk.journey;

import io.hall24.device.IdentityDocument;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.text.Masking;
import java.util.Optional;

/**
 * The step of a visit in which a clerk of the hall comes to the screen and confirms the person with
 * two factors.
 */
final class AwaitClerk {
  private static final int TRIES = 3;

  private final Counter counter;

  AwaitClerk(Counter counter) {
    this.counter = counter;
  }

  /** Waits until a clerk has co-signed, or the person or the clerk gives up. */
  Confirmation confirm(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
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
          return new Confirmation.By(clerk);
        }
        case CoSigning.Outcome.NotSigned(var why) -> before = Optional.of(why);
      }
    }
    return new Confirmation.AnotherWay();
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
