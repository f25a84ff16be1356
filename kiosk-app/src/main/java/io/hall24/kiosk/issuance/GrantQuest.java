package io.hall24.kiosk.issuance;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.Grant;
import io.hall24.kiosk.gateway.GrantAnswer;
import io.hall24.kiosk.gateway.GrantRequest;
import io.hall24.kiosk.gateway.JournalUpload;
import io.hall24.kiosk.gateway.JournalUpload.UploadOutcome;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.licence.OrderJson;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks the registry for one grant until there is an answer, always with the same issuance id. */
final class GrantQuest {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private final Journal journal;
  private final Registry registry;
  private final JournalUpload upload;
  private final AnnouncedVisits announced;
  private final DeskRules.Times times;
  private final HallClock clock;

  GrantQuest(
      Journal journal,
      Registry registry,
      JournalUpload upload,
      AnnouncedVisits announced,
      DeskRules.Times times,
      HallClock clock) {
    this.journal = journal;
    this.registry = registry;
    this.upload = upload;
    this.announced = announced;
    this.times = times;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Found {
    /**
     * A grant for what was asked.
     *
     * @param validity how long printing may begin, from the receipt on
     */
    record Permitted(Grant grant, Patience validity) implements Found {}

    /** The registry says no. */
    record Refused(String reason) implements Found {}

    /** No grant; whatever the registry may have granted has to be released. */
    record None(ReleaseReason reason) implements Found {}
  }

  /**
   * Asks. Without an answer a grant in hand permits, which is the one that an answer would bring.
   */
  Found ask(AnnouncedVisits.Begun begun, BooleanSupplier givenUp) throws InterruptedException {
    Patience patience = Patience.of(times.grant(), clock);
    Duration pause = FIRST_PAUSE;
    while (!givenUp.getAsBoolean()) {
      Optional<Found> found = askOnce(begun.ticket()).or(() -> inHand(begun));
      if (found.isPresent()) {
        return found.get();
      }
      if (!patience.pause(pause)) {
        return new Found.None(ReleaseReason.NO_ANSWER);
      }
      pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
    }
    return new Found.None(ReleaseReason.GIVEN_UP);
  }

  private Optional<Found> inHand(AnnouncedVisits.Begun begun) {
    return begun
        .inHand()
        .flatMap(grant ->
            announced.usableFor(grant).map(left -> permitted(begun.ticket(), grant.grant(), left)));
  }

  /** One question, and a second one when the registry first had to be brought up to date. */
  private Optional<Found> askOnce(Ticket ticket) throws InterruptedException {
    return switch (question(ticket)) {
      case GrantAnswer.Behind _ ->
          switch (upload.bringUpTo(journal.head().sequence(), call())) {
            case UploadOutcome.Fork _ -> Optional.of(new Found.None(ReleaseReason.FORK));
            case UploadOutcome.Unavailable _ -> Optional.empty();
            case UploadOutcome.Acknowledged _ -> answer(ticket, question(ticket));
          };
      case GrantAnswer other -> answer(ticket, other);
    };
  }

  private GrantAnswer question(Ticket ticket) throws InterruptedException {
    return registry.grant(
        new GrantRequest(ticket.issuanceId(), ticket.orderId(), ticket.copy(), journal.head()),
        call());
  }

  private Optional<Found> answer(Ticket ticket, GrantAnswer answer) {
    return switch (answer) {
      case GrantAnswer.Granted(var grant) ->
          Optional.of(permitted(ticket, grant, grant.validFor()));
      case GrantAnswer.Refused(var reason) -> Optional.of(new Found.Refused(reason));
      case GrantAnswer.Behind _, GrantAnswer.Unavailable _ -> Optional.empty();
    };
  }

  private Found permitted(Ticket ticket, Grant grant, Duration validFor) {
    return isFor(ticket, grant)
        ? new Found.Permitted(grant, Patience.of(validFor, clock))
        : new Found.None(ReleaseReason.GRANT_DIFFERS);
  }

  private static boolean isFor(Ticket ticket, Grant grant) {
    return grant.issuanceId().equals(ticket.issuanceId())
        && grant.orderId().equals(ticket.orderId())
        && grant.copy().equals(ticket.copy())
        && OrderJson.faceHash(grant.face()).equals(grant.faceHash());
  }

  private Patience call() {
    return Patience.of(times.registryCall(), clock);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
