package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.Medium;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.PresenterReport;
import io.hall24.device.PrinterReport;
import io.hall24.device.StateReason;
import io.hall24.device.supervision.SupervisedDevice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a sheet of one medium could be issued now, asked before the registry is. */
final class Readiness {
  /** With these a printer prints, and what it prints is no licence (RFC 8011, section 5.4.12). */
  private static final Set<String> USED_UP =
      Set.of(
          "toner-empty",
          "marker-supply-empty",
          "marker-waste-full",
          "developer-empty",
          "opc-life-over");

  private final DeskRecord record;
  private final OutputPath path;
  private final DeskRules rules;
  private final DeskTools tools;

  Readiness(DeskRecord record, DeskRules rules, DeskTools tools) {
    this.record = record;
    this.path = tools.path();
    this.rules = rules;
    this.tools = tools;
  }

  /** Everything that stands in the way of one sheet. */
  List<Obstacle> obstacles(Medium medium) throws InterruptedException {
    return obstacles(Map.of(medium, 1));
  }

  /** Everything that stands in the way of so many sheets. */
  List<Obstacle> obstacles(Map<Medium, Integer> sheets) throws InterruptedException {
    Set<Obstacle> obstacles = new LinkedHashSet<>();
    for (Map.Entry<Medium, Integer> wanted : sheets.entrySet()) {
      Medium medium = wanted.getKey();
      obstacles.addAll(closures(medium));
      if (record.stock(medium).at(SheetPlace.IN_TRAY) < wanted.getValue()) {
        obstacles.add(new Obstacle.NoStock(medium));
      }
      printer(medium).ifPresent(obstacles::add);
    }
    obstacles.addAll(tools.surroundings().get());
    long usable = tools.usableBytes().getAsLong();
    if (usable < rules.leastDisk()) {
      obstacles.add(new Obstacle.DiskFull(usable));
    }
    int all = sheets.values().stream().mapToInt(Integer::intValue).sum();
    presenter(all).ifPresent(obstacles::add);
    eye().ifPresent(obstacles::add);
    return List.copyOf(obstacles);
  }

  /** What closes the licence service until people have acted. */
  List<Obstacle> closures(Medium medium) {
    List<Obstacle> closures = new ArrayList<>();
    record.open().stream()
        .filter(open -> open.state() == IssuanceState.UNKNOWN)
        .map(open -> new Obstacle.OpenUnknown(open.ticket().issuanceId()))
        .forEach(closures::add);
    record
        .stock(medium)
        .closed()
        .map(reason -> new Obstacle.TrayClosed(medium, reason))
        .ifPresent(closures::add);
    closures.addAll(recordFaults());
    return closures;
  }

  /** What is wrong with the record itself. */
  List<Obstacle> recordFaults() {
    List<Obstacle> faults = new ArrayList<>();
    record
        .journal()
        .fork()
        .map(fork -> new Obstacle.JournalForked("after event " + fork.checkpoint().sequence()))
        .ifPresent(faults::add);
    record
        .journal()
        .damage()
        .map(damage ->
            new Obstacle.RecordDamaged("event " + damage.sequence() + ": " + damage.why()))
        .ifPresent(faults::add);
    return faults;
  }

  private Optional<Obstacle> printer(Medium medium) throws InterruptedException {
    return switch (path.printer().call(rules.times().deviceCall(), PagePrinter::report)) {
      case Attempt.Failed<PrinterReport>(var failure) ->
          Optional.of(notReady(path.printer(), failure.detail()));
      case Attempt.Done<PrinterReport>(var report) ->
          printerFault(report, medium).map(fault -> notReady(path.printer(), fault));
    };
  }

  private static Optional<String> printerFault(PrinterReport report, Medium medium) {
    if (!report.acceptingJobs()) {
      return Optional.of("takes no jobs");
    }
    if (report.state() == PrinterReport.State.STOPPED || JobWatch.needsAPerson(report)) {
      return Optional.of(report.state() + " " + report.reasons());
    }
    Optional<String> usedUp =
        report.reasons().stream()
            .map(StateReason::of)
            .filter(reason -> reason.severity() != StateReason.Severity.REPORT)
            .map(StateReason::keyword)
            .filter(USED_UP::contains)
            .findFirst();
    if (usedUp.isPresent()) {
      return usedUp;
    }
    return report.ready().contains(medium)
        ? Optional.empty()
        : Optional.of(medium.keyword() + " is not loaded");
  }

  private Optional<Obstacle> presenter(int sheets) throws InterruptedException {
    return switch (path.presenter().call(rules.times().deviceCall(), OutputPresenter::report)) {
      case Attempt.Failed<PresenterReport>(var failure) ->
          Optional.of(notReady(path.presenter(), failure.detail()));
      case Attempt.Done<PresenterReport>(var report) ->
          presenterFault(report, sheets).map(fault -> notReady(path.presenter(), fault));
    };
  }

  /** Each sheet may have to go into the bin. */
  private Optional<String> presenterFault(PresenterReport report, int sheets) {
    if (report.sheetPresent()) {
      return Optional.of("a sheet lies in the output");
    }
    if (report.flapOpen()) {
      return Optional.of("the flap is open");
    }
    return report.bin().takesMore() && report.binCount() + sheets <= rules.binCapacity()
        ? Optional.empty()
        : Optional.of("the bin takes no more: " + report.bin() + ", " + report.binCount());
  }

  private Optional<Obstacle> eye() throws InterruptedException {
    if (path.eye().isEmpty()) {
      return Optional.empty();
    }
    return switch (path.eye().get().call(rules.times().deviceCall(), Device::probe)) {
      case Attempt.Failed<String>(var failure) ->
          Optional.of(notReady(path.eye().get(), failure.detail()));
      case Attempt.Done<String> _ -> Optional.empty();
    };
  }

  private static Obstacle notReady(SupervisedDevice<?> device, String detail) {
    return new Obstacle.DeviceNotReady(device.id().name(), detail);
  }
}
