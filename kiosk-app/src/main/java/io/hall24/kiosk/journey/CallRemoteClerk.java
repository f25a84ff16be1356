package io.hall24.kiosk.journey;

import io.hall24.device.IdentityDocument;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.ClerkCall;
import io.hall24.kiosk.gateway.ClerkCallAnswer;
import io.hall24.kiosk.gateway.DocumentQuery;
import io.hall24.kiosk.gateway.IdentityOffice;
import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.journey.Question.Setback;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step of a visit in which a clerk elsewhere is called, who sees and hears the person on the
 * authority's own line. The terminal asks how the call stands until it is decided, given up, or has
 * lasted too long.
 */
final class CallRemoteClerk {
  /** Of the person's time. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** So many answers in a row may be missing before the registry counts as out of reach. */
  private static final int SILENCES = 3;

  private final Counter counter;
  private final IdentityOffice office;

  CallRemoteClerk(Counter counter) {
    this.counter = counter;
    this.office = counter.office();
  }

  /** Calls, and waits until it is decided. */
  Confirmation confirm(Visit visit, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    String callId = String.format("%016x", counter.random().nextLong());
    Confirmation came = new Confirmation.NotYet(Setback.NO_CLERK);
    boolean decided = false;
    try {
      ask.show(new Moment.CallingClerk(Optional.empty(), Optional.empty()));
      came = untilDecided(visit, callId, document, ask);
      decided = true;
      return came;
    } finally {
      if (!decided || !(came instanceof Confirmation.By)) {
        withdraw(callId);
      }
    }
  }

  private Confirmation untilDecided(
      Visit visit, String callId, IdentityDocument document, Dialogue ask)
      throws InterruptedException {
    var query =
        new DocumentQuery(document.type().name(), document.number(), document.nationality());
    ClerkCallAnswer answer =
        office.call(callId, new ClerkCall(query, document.name()), counter.patience(ANSWER));
    Patience patience = Patience.of(LONGEST, ask.time());
    int silences = 0;
    while (!patience.isOver()) {
      silences = answer instanceof ClerkCallAnswer.Unavailable ? silences + 1 : 0;
      Optional<Confirmation> over = over(visit, callId, answer, silences, ask);
      if (over.isPresent()) {
        return over.get();
      }
      if (ask.wish().equals(Optional.of(Wish.ANOTHER_WAY))) {
        record(visit, callId, "GIVEN_UP");
        return new Confirmation.AnotherWay();
      }
      counter.clock().sleep(BETWEEN);
      answer = office.standing(callId, counter.patience(ANSWER));
    }
    return notYet(visit, callId, Setback.NO_CLERK);
  }

  private Optional<Confirmation> over(
      Visit visit, String callId, ClerkCallAnswer answer, int silences, Dialogue ask) {
    return switch (answer) {
      case ClerkCallAnswer.Waiting(var number, var ahead) -> {
        ask.show(new Moment.CallingClerk(Optional.of(number), Optional.of(ahead)));
        yield Optional.empty();
      }
      case ClerkCallAnswer.Talking(var number) -> {
        ask.show(new Moment.CallingClerk(Optional.of(number), Optional.empty()));
        yield Optional.empty();
      }
      case ClerkCallAnswer.Confirmed(var reference, var proven) ->
          Optional.of(confirmed(visit, callId, new Route.RemoteClerk(reference, factors(proven))));
      case ClerkCallAnswer.Declined() -> Optional.of(notYet(visit, callId, Setback.CLERK_DECLINED));
      case ClerkCallAnswer.Nobody(), ClerkCallAnswer.Ended() ->
          Optional.of(notYet(visit, callId, Setback.NO_CLERK));
      case ClerkCallAnswer.Refused _ -> Optional.of(notYet(visit, callId, Setback.NOT_REACHED));
      case ClerkCallAnswer.Unavailable _ ->
          silences < SILENCES
              ? Optional.empty()
              : Optional.of(notYet(visit, callId, Setback.NOT_REACHED));
    };
  }

  /** Words that nobody here knows prove nothing. */
  private static Set<Route.Factor> factors(Set<String> proven) {
    Set<Route.Factor> known = EnumSet.noneOf(Route.Factor.class);
    for (Route.Factor factor : Route.Factor.values()) {
      if (proven.contains(factor.name())) {
        known.add(factor);
      }
    }
    return known;
  }

  private Confirmation confirmed(Visit visit, String callId, Route.RemoteClerk clerk) {
    counter.require(
        new VisitEvent.RemoteClerkAsked(
            visit.id(),
            callId,
            "CONFIRMED",
            Optional.of(clerk.reference()),
            clerk.proven().stream().map(Enum::name).sorted().toList()));
    return new Confirmation.By(clerk);
  }

  private Confirmation notYet(Visit visit, String callId, Setback why) {
    record(visit, callId, why.name());
    return new Confirmation.NotYet(why);
  }

  private void record(Visit visit, String callId, String outcome) {
    counter.require(
        new VisitEvent.RemoteClerkAsked(visit.id(), callId, outcome, Optional.empty(), List.of()));
  }

  /** Beside the visit, which may be over: a call that nobody asks after ends by itself. */
  private void withdraw(String callId) {
    Thread.ofVirtual()
        .name("withdraw-call")
        .start(() -> {
          try {
            var _ = office.withdraw(callId, counter.patience(ANSWER));
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
