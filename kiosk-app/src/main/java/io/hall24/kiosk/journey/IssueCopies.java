package io.hall24.kiosk.journey;

import io.hall24.kiosk.issuance.IssuanceDesk;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.issuance.Outcome;
import io.hall24.kiosk.issuance.Progress;
import io.hall24.kiosk.issuance.ReleaseReason;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.journey.VisitOutcome.StopReason;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of a visit in which the copies of an order are printed and taken, one after the other.
 * The visit only watches: each issuance belongs to the desk.
 */
final class IssueCopies {
  private static final Logger LOG = LoggerFactory.getLogger(IssueCopies.class);

  private final IssuanceDesk desk;

  IssueCopies(IssuanceDesk desk) {
    this.desk = desk;
  }

  VisitOutcome issue(Visit visit, Order order, Dialogue ask) throws InterruptedException {
    Optional<VisitOutcome> obstacle = notBegun(order);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    List<CollectedCopy> collected = new ArrayList<>();
    int total = order.pending().size();
    for (int index = 1; index <= total; index++) {
      Copy copy = order.pending().get(index - 1);
      Outcome outcome = issueOne(visit, order, copy, index, total, ask);
      if (!(outcome instanceof Outcome.Collected(var sheet))) {
        return new VisitOutcome.PartlyCollected(order.caseNumber(), collected, stopReason(outcome));
      }
      collected.add(new CollectedCopy(copy, sheet.text()));
    }
    return new VisitOutcome.Collected(order.caseNumber(), collected);
  }

  /** How the visit ends if the order cannot be begun now. */
  Optional<VisitOutcome> notBegun(Order order) throws InterruptedException {
    return desk.obstacles(order).stream()
        .findFirst()
        .map(obstacle -> {
          LOG.warn("order {} is not begun: {}", order.orderId(), obstacle);
          return new VisitOutcome.PartlyCollected(
              order.caseNumber(), List.of(), notBegun(obstacle));
        });
  }

  /** A spoiled sheet is tried once more while the desk allows it. */
  private Outcome issueOne(Visit visit, Order order, Copy copy, int index, int total, Dialogue ask)
      throws InterruptedException {
    while (true) {
      Outcome outcome = attempt(visit, order, copy, index, total, ask);
      if (!(outcome instanceof Outcome.Spoiled(var _, var mayTryAgain)) || !mayTryAgain) {
        return outcome;
      }
    }
  }

  private Outcome attempt(Visit visit, Order order, Copy copy, int index, int total, Dialogue ask)
      throws InterruptedException {
    ask.show(new Moment.Printing(copy, index, total, Moment.Printing.Stage.ASKING_PERMISSION));
    try (var _ =
        desk.onProgress(progress -> {
          if (progress.ticket().orderId().equals(order.orderId())) {
            follow(visit, progress.stage(), copy, index, total, ask);
          }
        })) {
      Ticket ticket = desk.begin(order, copy);
      return awaitOrRelease(visit, ticket, copy);
    }
  }

  /**
   * Leaving before Printing is a request to the desk; from Printing on it changes nothing but the
   * screens.
   */
  private Outcome awaitOrRelease(Visit visit, Ticket ticket, Copy copy)
      throws InterruptedException {
    try {
      return visit
          .timeline()
          .during("issue " + copy.code(), VisitTimeline.Kind.MACHINE, () -> desk.await(ticket));
    } catch (InterruptedException leaves) {
      desk.requestRelease(ticket);
      throw leaves;
    }
  }

  private static void follow(
      Visit visit, Progress.Stage stage, Copy copy, int index, int total, Dialogue ask) {
    visit
        .timeline()
        .mark(copy.code() + " " + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    switch (stage) {
      case ASKING_REGISTRY, ENDED -> {}
      case DOCUMENT_ACCEPTED -> visit.timeline().mark(VisitTimeline.DOCUMENT_SENT);
      case PREPARING ->
          ask.show(new Moment.Printing(copy, index, total, Moment.Printing.Stage.PREPARING));
      case PRINTING ->
          ask.show(new Moment.Printing(copy, index, total, Moment.Printing.Stage.PRINTING));
      case CHECKING ->
          ask.show(new Moment.Printing(copy, index, total, Moment.Printing.Stage.CHECKING));
      case READY_TO_TAKE -> ask.show(new Moment.TakeSheet(copy, index, total));
    }
  }

  private static StopReason stopReason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Collected _ -> throw new IllegalArgumentException("collected is no reason");
      case Outcome.Retained _ -> StopReason.NOT_TAKEN;
      case Outcome.Refused(var code) -> refusal(code);
      case Outcome.Released(var reason) -> releaseReason(reason);
      case Outcome.Spoiled _ -> StopReason.SPOILED;
      case Outcome.Unknown _, Outcome.Halted _ -> StopReason.UNCLEAR;
    };
  }

  private static StopReason notBegun(Obstacle obstacle) {
    return obstacle instanceof Obstacle.DoesNotFit
        ? StopReason.REFUSED_BY_REGISTRY
        : StopReason.PRINTER_NOT_READY;
  }

  /** In the contract's words. */
  private static StopReason refusal(String code) {
    return switch (code) {
      case "LOCKED_ELSEWHERE" -> StopReason.IN_ISSUE_ELSEWHERE;
      case "ALREADY_ISSUED" -> StopReason.ALREADY_COLLECTED;
      case "AUTHORISATION_ENDED" -> StopReason.AUTHORISATION_ENDED;
      case "DAILY_LIMIT" -> StopReason.DAILY_LIMIT;
      case "NOT_SURRENDERED" -> StopReason.NOT_SURRENDERED;
      default -> StopReason.REFUSED_BY_REGISTRY;
    };
  }

  private static StopReason releaseReason(ReleaseReason reason) {
    return switch (reason) {
      case GIVEN_UP -> StopReason.GIVEN_UP;
      case NO_ANSWER -> StopReason.REGISTRY_UNREACHABLE;
      case FORK, GRANT_DIFFERS, TOO_MANY_SPOILED, NOT_RENDERED -> StopReason.REFUSED_BY_REGISTRY;
      case RESTARTED, SERVICE_CLOSED, NOT_READY, EXPIRED, WITHDRAWN, NO_JOB ->
          StopReason.PRINTER_NOT_READY;
    };
  }

  /** What keeps these copies from being issued now, in the words of a person's world. */
  Optional<VisitOutcome.Part> obstacle(Copy copy) throws InterruptedException {
    List<Obstacle> obstacles = desk.obstacles(copy);
    if (!obstacles.isEmpty()) {
      LOG.warn("licences cannot be issued now: {}", obstacles);
    }
    return obstacles.stream().findFirst().map(IssueCopies::partOf);
  }

  private static VisitOutcome.Part partOf(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.NoStock _, Obstacle.TrayClosed _, Obstacle.WrongSeal _ ->
          VisitOutcome.Part.PAPER;
      case Obstacle.DeviceNotReady _, Obstacle.OpenUnknown _, Obstacle.NotRecovered _ ->
          VisitOutcome.Part.PRINTER;
      case Obstacle.DiskFull _,
          Obstacle.RecordFailed _,
          Obstacle.RecordDamaged _,
          Obstacle.Unexplained _ ->
          VisitOutcome.Part.RECORD;
      case Obstacle.PowerLow _ -> VisitOutcome.Part.POWER;
      case Obstacle.HousingOpen _ -> VisitOutcome.Part.HOUSING;
      case Obstacle.JournalForked _, Obstacle.DoesNotFit _ -> VisitOutcome.Part.REGISTRY;
    };
  }
}
