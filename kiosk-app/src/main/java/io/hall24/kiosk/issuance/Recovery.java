package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.JobReport;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.PresenterReport;
import io.hall24.device.PrinterReport;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a start does with the issuances that the last run left open. It never prints, and never
 * opens the flap: nobody knows who stands before it.
 */
final class Recovery {
  private final DeskRecord record;
  private final OutputPath path;
  private final JobWatch watch;
  private final Delivery delivery;
  private final DeskRules.Times times;
  private final HallClock clock;

  Recovery(
      DeskRecord record,
      OutputPath path,
      JobWatch watch,
      Delivery delivery,
      DeskRules.Times times,
      HallClock clock) {
    this.record = record;
    this.path = path;
    this.watch = watch;
    this.delivery = delivery;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Brings everything that is open on by the state table.
   *
   * @param left whether an issuance is one that nobody works on
   */
  List<Recovered> run(Predicate<Ticket> left) throws InterruptedException {
    List<Recovered> recovered = new ArrayList<>();
    List<OpenIssuance> found =
        record.open().stream().filter(open -> left.test(open.ticket())).toList();
    for (OpenIssuance open : found) {
      bringOn(open);
      IssuanceState now =
          record.find(open.ticket().issuanceId()).map(OpenIssuance::state).orElse(open.state());
      recovered.add(new Recovered(open.ticket(), open.state(), now));
    }
    return recovered;
  }

  private void bringOn(OpenIssuance open) throws InterruptedException {
    switch (open.state()) {
      case REQUESTED, GRANTED -> release(open);
      case SHEET_RESERVED -> {
        withdraw(open);
        release(open);
      }
      case PRINTING -> {
        awaitDevices();
        var _ = delivery.conclude(job(open), end(open), Delivery.Recipient.BIN);
      }
      case PRINTED, PRESENTED -> {
        awaitDevices();
        var _ =
            delivery.afterRestart(
                open.ticket(), open.sheet().orElseThrow(), open.state() == IssuanceState.PRESENTED);
      }
      case UNKNOWN, COLLECTED, RETAINED, SPOILED, MISSING, REFUSED, RELEASED, SETTLED -> {}
    }
  }

  private void release(OpenIssuance open) {
    record.write(new IssuanceEvent.Released(open.ticket(), ReleaseReason.RESTARTED));
  }

  /** The job never had a document; that it goes away is tidy, and not needed as a proof. */
  private void withdraw(OpenIssuance open) throws InterruptedException {
    int jobId = open.jobId().orElseThrow();
    var _ = path.printer().call(times.deviceCall(), (it, within) -> it.cancel(jobId, within));
  }

  /** A job that is still under way is cancelled: the citizen is no longer served. */
  private JobWatch.End end(OpenIssuance open) throws InterruptedException {
    int jobId = open.jobId().orElseThrow();
    Attempt<JobReport> report =
        path.printer().call(times.deviceCall(), (it, within) -> it.job(jobId, within));
    return report instanceof Attempt.Done<JobReport>(var job) && job.state().ended()
        ? watch.follow(jobId)
        : watch.cancel(jobId);
  }

  private static PrintJob job(OpenIssuance open) {
    return new PrintJob(
        open.ticket(),
        open.qr().orElse(""),
        Optional.empty(),
        open.sheet().orElseThrow(),
        open.jobId().orElseThrow());
  }

  /** After a power cut a printer is back later than the terminal. */
  private void awaitDevices() throws InterruptedException {
    Patience patience = Patience.of(times.restart(), clock);
    while (!answering() && patience.pause(times.poll())) {
      // Each look is the work.
    }
  }

  private boolean answering() throws InterruptedException {
    return path.printer().call(times.deviceCall(), PagePrinter::report)
            instanceof Attempt.Done<PrinterReport>
        && path.presenter().call(times.deviceCall(), OutputPresenter::report)
            instanceof Attempt.Done<PresenterReport>;
  }
}
