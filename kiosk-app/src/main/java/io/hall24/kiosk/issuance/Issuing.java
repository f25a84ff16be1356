package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.gateway.Grant;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One issuance from its recorded request to its end, told in the order in which it happens. */
final class Issuing {
  private static final Logger LOG = LoggerFactory.getLogger(Issuing.class);
  private final DeskRecord record;
  private final Readiness readiness;
  private final GrantQuest quest;
  private final LicencePress press;
  private final SupervisedDevice<PagePrinter> printer;
  private final JobWatch watch;
  private final Delivery delivery;
  private final DeskRules rules;
  private final DeskProgress progress;

  Issuing(
      DeskRecord record,
      Readiness readiness,
      GrantQuest quest,
      LicencePress press,
      SupervisedDevice<PagePrinter> printer,
      JobWatch watch,
      Delivery delivery,
      DeskRules rules,
      DeskProgress progress) {
    this.record = record;
    this.readiness = readiness;
    this.quest = quest;
    this.press = press;
    this.printer = printer;
    this.watch = watch;
    this.delivery = delivery;
    this.rules = rules;
    this.progress = progress;
  }

  /**
   * Runs to the end.
   *
   * @param begun what was requested, and what was granted for it beforehand
   * @param face what the order says that will be printed; the grant decides
   * @param givenUp whether the visit has asked for release
   */
  Outcome run(AnnouncedVisits.Begun begun, LicenceFace face, BooleanSupplier givenUp)
      throws InterruptedException {
    Ticket ticket = begun.ticket();
    progress.show(ticket, Progress.Stage.ASKING_REGISTRY);
    Optional<ReleaseReason> refusal = refusal(ticket, face);
    if (refusal.isPresent()) {
      return released(ticket, refusal.get());
    }
    if (!(pressed(ticket, face) instanceof LicencePress.Pressing.Set(var pdf))) {
      return released(ticket, ReleaseReason.NOT_RENDERED);
    }
    return switch (quest.ask(begun, givenUp)) {
      case GrantQuest.Found.Permitted(var grant, var validity) -> {
        record.write(new IssuanceEvent.Granted(ticket, grant.grantId(), grant.jws()));
        Stop stop = () -> stopped(givenUp, validity);
        yield grant.face().equals(face)
            ? prepared(ticket, grant, pdf, stop)
            : granted(ticket, grant, stop);
      }
      case GrantQuest.Found.Refused(var reason) -> {
        record.write(new IssuanceEvent.Refused(ticket, reason));
        yield new Outcome.Refused(reason);
      }
      case GrantQuest.Found.None(var reason) -> released(ticket, reason);
    };
  }

  private Optional<ReleaseReason> refusal(Ticket ticket, LicenceFace face)
      throws InterruptedException {
    Medium medium = DeskRecord.mediumOf(ticket.copy());
    if (record.spoiled(ticket) >= rules.spoiledSheets()) {
      return Optional.of(ReleaseReason.TOO_MANY_SPOILED);
    }
    if (!readiness.closures(medium).isEmpty()) {
      return Optional.of(ReleaseReason.SERVICE_CLOSED);
    }
    List<Obstacle> obstacles = new ArrayList<>(readiness.obstacles(medium));
    record
        .foreignSeal(medium, 1, face.authority())
        .ifPresent(seal -> obstacles.add(new Obstacle.WrongSeal(medium, seal)));
    if (!obstacles.isEmpty()) {
      LOG.warn("issuance {} not begun: {}", ticket.issuanceId(), obstacles);
      return Optional.of(ReleaseReason.NOT_READY);
    }
    return Optional.empty();
  }

  /** Why printing must not begin; the grant's expiry counts from its receipt. */
  private static Optional<ReleaseReason> stopped(BooleanSupplier givenUp, Patience validity) {
    if (givenUp.getAsBoolean()) {
      return Optional.of(ReleaseReason.GIVEN_UP);
    }
    return validity.isOver() ? Optional.of(ReleaseReason.EXPIRED) : Optional.empty();
  }

  /** Asks whether printing must not begin. */
  @FunctionalInterface
  private interface Stop {
    Optional<ReleaseReason> reason();
  }

  /** Pending copies that do not go onto their forms. */
  List<Obstacle> misfits(Order order) {
    List<Obstacle> misfits = new ArrayList<>();
    for (Copy copy : order.pending()) {
      if (press.overprint(order.face(), copy) instanceof LicencePress.Pressing.Refused(var why)) {
        misfits.add(new Obstacle.DoesNotFit(copy, why));
      }
    }
    return misfits;
  }

  private LicencePress.Pressing pressed(Ticket ticket, LicenceFace face) {
    LicencePress.Pressing pressing = press.overprint(face, ticket.copy());
    if (pressing instanceof LicencePress.Pressing.Refused(var why)) {
      LOG.error("issuance {} not set: {}", ticket.issuanceId(), why);
    }
    return pressing;
  }

  /** The order has changed since it was asked for. */
  private Outcome granted(Ticket ticket, Grant grant, Stop stop) throws InterruptedException {
    return switch (pressed(ticket, grant.face())) {
      case LicencePress.Pressing.Set(var pdf) -> prepared(ticket, grant, pdf, stop);
      case LicencePress.Pressing.Refused _ -> released(ticket, ReleaseReason.NOT_RENDERED);
    };
  }

  private Outcome prepared(Ticket ticket, Grant grant, Bytes pdf, Stop stop)
      throws InterruptedException {
    progress.show(ticket, Progress.Stage.PREPARING);
    Optional<ReleaseReason> stopped = stop.reason();
    if (stopped.isPresent()) {
      return released(ticket, stopped.get());
    }
    Medium medium = DeskRecord.mediumOf(ticket.copy());
    Attempt<Integer> created =
        printer.call(
            rules.times().deviceCall(),
            (it, within) -> it.createJob(ticket.issuanceId(), medium, within));
    return switch (created) {
      case Attempt.Done<Integer>(var jobId) -> reserved(ticket, grant, pdf, jobId, stop);
      case Attempt.Failed<Integer>(var failure) -> {
        LOG.error("issuance {}: no job: {}", ticket.issuanceId(), failure.detail());
        yield released(ticket, ReleaseReason.NO_JOB);
      }
    };
  }

  private Outcome reserved(Ticket ticket, Grant grant, Bytes pdf, int jobId, Stop stop)
      throws InterruptedException {
    Medium medium = DeskRecord.mediumOf(ticket.copy());
    Optional<SheetNumber> next = record.stock(medium).next();
    if (next.isEmpty() || record.foreignSeal(medium, 1, grant.face().authority()).isPresent()) {
      return withdrawn(ticket, jobId, ReleaseReason.NOT_READY);
    }
    SheetNumber sheet = next.get();
    record.write(new IssuanceEvent.SheetReserved(ticket, grant.grantId(), medium, sheet, jobId));
    Optional<ReleaseReason> stopped = stop.reason();
    if (stopped.isPresent()) {
      return withdrawn(ticket, jobId, stopped.get());
    }
    record.write(new IssuanceEvent.Printing(ticket, grant.grantId(), sheet, jobId));
    var job =
        new PrintJob(ticket, grant.face().qr(), Optional.of(grant.face().uscc()), sheet, jobId);
    progress.show(ticket, Progress.Stage.PRINTING);
    return delivery.conclude(job, print(job, pdf), Delivery.Recipient.CITIZEN);
  }

  /** A lost answer leaves open whether the printer has the document: only the job can tell. */
  private JobWatch.End print(PrintJob job, Bytes pdf) throws InterruptedException {
    Attempt<JobReport> sent =
        printer.call(
            rules.times().sendDocument(),
            (it, within) -> it.sendDocument(job.jobId(), pdf.toArray(), within));
    return switch (sent) {
      case Attempt.Done<JobReport> _ -> {
        progress.show(job.ticket(), Progress.Stage.DOCUMENT_ACCEPTED);
        yield watch.follow(job.jobId());
      }
      case Attempt.Failed<JobReport>(var failure)
          when failure instanceof DeviceFailure.AnswerLost
              || failure instanceof DeviceFailure.HardwareError ->
          watch.follow(job.jobId());
      case Attempt.Failed<JobReport>(var failure) -> {
        LOG.error("{} did not take the document: {}", job, failure.detail());
        yield watch.cancel(job.jobId());
      }
    };
  }

  /** A job that never had a document prints nothing, whether its cancellation is seen or not. */
  private Outcome withdrawn(Ticket ticket, int jobId, ReleaseReason reason)
      throws InterruptedException {
    var _ = printer.call(rules.times().deviceCall(), (it, within) -> it.cancel(jobId, within));
    return released(ticket, reason);
  }

  private Outcome released(Ticket ticket, ReleaseReason reason) {
    record.write(new IssuanceEvent.Released(ticket, reason));
    return new Outcome.Released(reason);
  }
}
