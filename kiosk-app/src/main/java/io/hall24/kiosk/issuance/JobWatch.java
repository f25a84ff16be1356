package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.JobReport;
import io.hall24.device.PagePrinter;
import io.hall24.device.PrinterReport;
import io.hall24.device.StateReason;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.util.Optional;
import java.util.Set;

/** Follows one print job to its true end, or ends it. */
final class JobWatch {
  /** Reasons with which a printer waits for a person (RFC 8011, 5.4.12). */
  private static final Set<String> NEEDS_A_PERSON =
      Set.of(
          "media-empty",
          "media-needed",
          "media-jam",
          "cover-open",
          "door-open",
          "interlock-open",
          "input-tray-missing",
          "output-area-full",
          "paused");

  private final SupervisedDevice<PagePrinter> printer;
  private final DeskRules.Times times;
  private final HallClock clock;

  JobWatch(SupervisedDevice<PagePrinter> printer, DeskRules.Times times, HallClock clock) {
    this.printer = printer;
    this.times = times;
    this.clock = clock;
  }

  /** How a job ended, as far as the printer can tell. */
  enum End {
    COMPLETED,
    CANCELLED,
    ABORTED,
    /** The printer does not know the job. */
    ABSENT,
    /** The printer does not answer. */
    SILENT,
    /** The job goes on although it was cancelled. */
    NOT_SEEN_CANCELLED
  }

  /** Waits for the end; cancels the job when it takes too long or the printer needs a person. */
  End follow(int jobId) throws InterruptedException {
    Patience whole = Patience.of(times.printing(), clock);
    Optional<Patience> stuck = Optional.empty();
    do {
      Optional<JobReport.State> state = stateOf(jobId);
      Optional<End> end = state.flatMap(JobWatch::endOf);
      if (end.isPresent()) {
        return end.get();
      }
      boolean waits =
          state.equals(Optional.of(JobReport.State.PROCESSING_STOPPED)) || needsAPerson();
      stuck = waits ? stuck.or(() -> Optional.of(patienceWhenStuck())) : Optional.empty();
      if (stuck.filter(Patience::isOver).isPresent()) {
        return cancel(jobId);
      }
    } while (whole.pause(times.poll()));
    return cancel(jobId);
  }

  /** Ends the job, and watches until the printer says that it has ended. */
  End cancel(int jobId) throws InterruptedException {
    Patience patience = Patience.of(times.cancelling(), clock);
    boolean answered = false;
    do {
      Optional<JobReport.State> state =
          switch (printer.call(times.deviceCall(), (it, within) -> it.cancel(jobId, within))) {
            case Attempt.Done<JobReport>(var report) -> Optional.of(report.state());
            case Attempt.Failed<JobReport> _ -> stateOf(jobId);
          };
      answered |= state.isPresent();
      Optional<End> end = state.flatMap(JobWatch::endOf);
      if (end.isPresent()) {
        return end.get();
      }
    } while (patience.pause(times.poll()));
    return answered ? End.NOT_SEEN_CANCELLED : End.SILENT;
  }

  private Patience patienceWhenStuck() {
    return Patience.of(times.stuck(), clock);
  }

  private Optional<JobReport.State> stateOf(int jobId) throws InterruptedException {
    return switch (printer.call(times.deviceCall(), (it, within) -> it.job(jobId, within))) {
      case Attempt.Done<JobReport>(var report) -> Optional.of(report.state());
      case Attempt.Failed<JobReport> _ -> Optional.empty();
    };
  }

  private static Optional<End> endOf(JobReport.State state) {
    return switch (state) {
      case COMPLETED -> Optional.of(End.COMPLETED);
      case CANCELED -> Optional.of(End.CANCELLED);
      case ABORTED -> Optional.of(End.ABORTED);
      case ABSENT -> Optional.of(End.ABSENT);
      case PENDING, PENDING_HELD, PROCESSING, PROCESSING_STOPPED -> Optional.empty();
    };
  }

  private boolean needsAPerson() throws InterruptedException {
    return switch (printer.call(times.deviceCall(), PagePrinter::report)) {
      case Attempt.Done<PrinterReport>(var report) -> needsAPerson(report);
      case Attempt.Failed<PrinterReport> _ -> false;
    };
  }

  /** Whether a printer waits for a person; a mere report of a reason does not hold it up. */
  static boolean needsAPerson(PrinterReport report) {
    return report.reasons().stream()
        .map(StateReason::of)
        .filter(reason -> reason.severity() != StateReason.Severity.REPORT)
        .anyMatch(reason -> NEEDS_A_PERSON.contains(reason.keyword()));
  }
}
