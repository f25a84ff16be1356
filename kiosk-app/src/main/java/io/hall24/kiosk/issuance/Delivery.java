package io.hall24.kiosk.issuance;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What happens to a sheet after its job: judged, handed out, or moved into the bin. */
final class Delivery {
  private final DeskRecord record;
  private final Output output;
  private final SheetJudge judge;
  private final DeskRules rules;
  private final DeskProgress progress;

  Delivery(
      DeskRecord record, Output output, SheetJudge judge, DeskRules rules, DeskProgress progress) {
    this.record = record;
    this.output = output;
    this.judge = judge;
    this.rules = rules;
    this.progress = progress;
  }

  /** To whom a good sheet goes. */
  enum Recipient {
    /** The citizen in front of the terminal. */
    CITIZEN,
    /** The bin: after a restart nobody knows who stands there. */
    BIN
  }

  /** Brings an issuance that is in Printing to its end. */
  Outcome conclude(PrintJob job, JobWatch.End end, Recipient recipient)
      throws InterruptedException {
    return switch (end) {
      case COMPLETED -> completed(job, recipient);
      case CANCELLED -> cancelled(job);
      case ABORTED -> aborted(job);
      case ABSENT -> unknown(job, UnknownReason.JOB_ABSENT);
      case SILENT -> unknown(job, UnknownReason.PRINTER_SILENT);
      case NOT_SEEN_CANCELLED -> unknown(job, UnknownReason.NOT_SEEN_CANCELLED);
    };
  }

  private Outcome completed(PrintJob job, Recipient recipient) throws InterruptedException {
    progress.show(job.ticket(), Progress.Stage.CHECKING);
    return switch (output.awaitSheet(rules.times().arrival())) {
      case EMPTY -> unknown(job, UnknownReason.NO_SHEET);
      case SILENT -> unknown(job, UnknownReason.OUTPUT_SILENT);
      case SHEET -> judged(job, recipient);
    };
  }

  private Outcome judged(PrintJob job, Recipient recipient) throws InterruptedException {
    SheetJudge.Sighting sighting = judge.look(job);
    if (sighting.wrong().isPresent()) {
      return binned(job, sighting.wrong().get(), sighting.seen());
    }
    Set<Evidence> evidence = EnumSet.of(Evidence.JOB_COMPLETED);
    evidence.addAll(sighting.evidence());
    if (!evidence.containsAll(rules.evidence().printed())) {
      return binned(job, SpoilReason.NOT_READ, sighting.seen());
    }
    record.write(new IssuanceEvent.Printed(job.ticket(), job.sheet(), evidence));
    return switch (recipient) {
      case CITIZEN -> handedOut(job.ticket(), job.sheet());
      case BIN -> putAway(job.ticket(), job.sheet());
    };
  }

  private Outcome handedOut(Ticket ticket, SheetNumber sheet) throws InterruptedException {
    record.write(new IssuanceEvent.Presented(ticket, sheet));
    progress.show(ticket, Progress.Stage.READY_TO_TAKE);
    return switch (output.handOut()) {
      case TAKEN -> {
        record.write(new IssuanceEvent.Collected(ticket, sheet, EnumSet.of(Evidence.TAKEN_SENSED)));
        yield new Outcome.Collected(sheet);
      }
      case NOT_TAKEN -> retained(ticket, sheet, RetainReason.NOT_TAKEN);
      case NOT_OPENED -> retained(ticket, sheet, RetainReason.NOT_PRESENTED);
      case SILENT -> unknown(ticket, sheet, UnknownReason.OUTPUT_SILENT);
    };
  }

  /** A printed sheet that nobody is to have: only a presented one can be retained. */
  private Outcome putAway(Ticket ticket, SheetNumber sheet) throws InterruptedException {
    record.write(new IssuanceEvent.Presented(ticket, sheet));
    return retained(ticket, sheet, RetainReason.RESTARTED);
  }

  /** A sheet that was printed before the terminal was started again. */
  Outcome afterRestart(Ticket ticket, SheetNumber sheet, boolean presented)
      throws InterruptedException {
    return switch (output.awaitSheet(rules.times().poll())) {
      case EMPTY -> unknown(ticket, sheet, UnknownReason.GONE_AFTER_RESTART);
      case SILENT -> unknown(ticket, sheet, UnknownReason.OUTPUT_SILENT);
      case SHEET ->
          presented ? retained(ticket, sheet, RetainReason.RESTARTED) : putAway(ticket, sheet);
    };
  }

  private Outcome retained(Ticket ticket, SheetNumber sheet, RetainReason reason)
      throws InterruptedException {
    if (!output.moveIntoBin()) {
      return unknown(ticket, sheet, UnknownReason.OUTPUT_SILENT);
    }
    record.write(new IssuanceEvent.Retained(ticket, sheet, reason));
    return new Outcome.Retained(sheet);
  }

  /** The job was seen cancelled; a sheet that moved all the same comes out soon or is jammed. */
  private Outcome cancelled(PrintJob job) throws InterruptedException {
    if (output.awaitSheet(rules.times().arrival()) != Output.Sight.SHEET) {
      return spoiled(job, SpoilReason.JOB_CANCELLED, Optional.empty());
    }
    Optional<SheetNumber> seen = judge.look(job).seen();
    return output.moveIntoBin()
        ? spoiled(job, SpoilReason.JOB_CANCELLED, seen)
        : unknown(job.ticket(), job.sheet(), UnknownReason.OUTPUT_SILENT);
  }

  /** The printer's own abort is no proof that the sheet is not on its way. */
  private Outcome aborted(PrintJob job) throws InterruptedException {
    return output.awaitSheet(rules.times().arrival()) == Output.Sight.SHEET
        ? binned(job, SpoilReason.JOB_ABORTED, judge.look(job).seen())
        : unknown(job.ticket(), job.sheet(), UnknownReason.JOB_ABORTED);
  }

  private Outcome binned(PrintJob job, SpoilReason reason, Optional<SheetNumber> seen)
      throws InterruptedException {
    return output.moveIntoBin()
        ? spoiled(job, reason, seen)
        : unknown(job.ticket(), job.sheet(), UnknownReason.OUTPUT_SILENT);
  }

  private Outcome spoiled(PrintJob job, SpoilReason reason, Optional<SheetNumber> seen) {
    Ticket ticket = job.ticket();
    var event = new IssuanceEvent.Spoiled(ticket, job.sheet(), reason, seen, Optional.empty());
    if (seen.equals(Optional.of(job.sheet()))) {
      record.write(event);
    } else {
      record.write(
          event, new StockEvent.TrayClosed(DeskRecord.mediumOf(ticket.copy()), reason.name()));
    }
    boolean again =
        record.spoiled(ticket) < rules.spoiledSheets()
            && record.stock(DeskRecord.mediumOf(ticket.copy())).closed().isEmpty();
    return new Outcome.Spoiled(reason, again);
  }

  private Outcome unknown(PrintJob job, UnknownReason reason) throws InterruptedException {
    return unknown(job.ticket(), job.sheet(), reason);
  }

  /** What happens to lie in the output is kept from strangers; that decides nothing. */
  private Outcome unknown(Ticket ticket, SheetNumber sheet, UnknownReason reason)
      throws InterruptedException {
    record.write(new IssuanceEvent.Unknown(ticket, sheet, reason));
    output.shut();
    return new Outcome.Unknown(reason);
  }
}
