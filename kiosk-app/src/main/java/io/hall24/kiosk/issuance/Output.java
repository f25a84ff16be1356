package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PresenterReport;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** What lies behind the printer: the place before the flap, the flap, and the locked bin. */
final class Output {
  private final SupervisedDevice<OutputPresenter> presenter;
  private final DeskRules.Times times;
  private final HallClock clock;

  Output(SupervisedDevice<OutputPresenter> presenter, DeskRules.Times times, HallClock clock) {
    this.presenter = presenter;
    this.times = times;
    this.clock = clock;
  }

  /** What lies in the output. */
  enum Sight {
    SHEET,
    EMPTY,
    /** The sensors do not answer. */
    SILENT
  }

  /** What became of a sheet that was offered. */
  enum Handing {
    TAKEN,
    NOT_TAKEN,
    /** The flap did not open. */
    NOT_OPENED,
    /** The sensors cannot tell. */
    SILENT
  }

  /** Waits until a sheet lies in the output. */
  Sight awaitSheet(Duration within) throws InterruptedException {
    Patience patience = Patience.of(within, clock);
    Optional<PresenterReport> seen;
    do {
      seen = look();
      if (seen.filter(PresenterReport::sheetPresent).isPresent()) {
        return Sight.SHEET;
      }
    } while (patience.pause(times.poll()));
    return seen.isPresent() ? Sight.EMPTY : Sight.SILENT;
  }

  /** Opens the flap and waits until the sheet is taken. */
  Handing handOut() throws InterruptedException {
    Optional<PresenterReport> before = look();
    if (before.filter(PresenterReport::sheetPresent).isEmpty()
        || ask(OutputPresenter::present).filter(PresenterReport::flapOpen).isEmpty()) {
      return Handing.NOT_OPENED;
    }
    int bin = before.get().binCount();
    Patience patience = Patience.of(times.collecting(), clock);
    do {
      Optional<Handing> handing = awaitTaken(patience.remaining(), bin);
      if (handing.isPresent()) {
        return handing.get();
      }
    } while (patience.pause(times.poll()));
    return look()
        .map(now -> !now.sheetPresent() && now.binCount() == bin)
        .map(taken -> taken ? Handing.TAKEN : Handing.NOT_TAKEN)
        .orElse(Handing.SILENT);
  }

  private Optional<Handing> awaitTaken(Duration within, int bin) throws InterruptedException {
    return switch (presenter.call(within, OutputPresenter::awaitTaken)) {
      case Attempt.Done<PresenterReport>(var now) when now.sheetPresent() -> Optional.empty();
      case Attempt.Done<PresenterReport>(var now) ->
          Optional.of(now.binCount() == bin ? Handing.TAKEN : Handing.SILENT);
      case Attempt.Failed<PresenterReport> _ -> Optional.empty();
    };
  }

  /** Moves a sheet into the bin; true only when the bin is seen to have one more. */
  boolean moveIntoBin() throws InterruptedException {
    Optional<PresenterReport> before = insist(OutputPresenter::report);
    if (before.filter(PresenterReport::sheetPresent).isEmpty()) {
      return false;
    }
    Optional<PresenterReport> after = insist(OutputPresenter::retract);
    return after
        .filter(now -> !now.sheetPresent() && now.binCount() > before.get().binCount())
        .isPresent();
  }

  /** Closes the flap and takes in what lies behind it, if either is so. */
  void shut() throws InterruptedException {
    if (look().filter(now -> now.sheetPresent() || now.flapOpen()).isPresent()) {
      var _ = ask(OutputPresenter::retract);
    }
  }

  private Optional<PresenterReport> look() throws InterruptedException {
    return ask(OutputPresenter::report);
  }

  private Optional<PresenterReport> ask(
      BiFunction<OutputPresenter, Patience, Attempt<PresenterReport>> question)
      throws InterruptedException {
    return switch (presenter.call(times.deviceCall(), question)) {
      case Attempt.Done<PresenterReport>(var report) -> Optional.of(report);
      case Attempt.Failed<PresenterReport> _ -> Optional.empty();
    };
  }

  /** Asks again while the device is lost, since its supervisor may find it again. */
  private Optional<PresenterReport> insist(
      BiFunction<OutputPresenter, Patience, Attempt<PresenterReport>> question)
      throws InterruptedException {
    Patience patience = Patience.of(times.retracting(), clock);
    Optional<PresenterReport> report;
    do {
      report = ask(question);
    } while (report.isEmpty() && patience.pause(times.poll()));
    return report;
  }
}
