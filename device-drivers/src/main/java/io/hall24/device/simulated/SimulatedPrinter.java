package io.hall24.device.simulated;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.PrinterReport;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A printer without IPP: keeps its jobs in memory, one unfinished at a time, and drives the same
 * mechanics as the virtual IPP printer. Like a real one it goes on when the device is closed; a new
 * device knows nothing of the jobs of an earlier one.
 */
final class SimulatedPrinter implements PagePrinter {
  private final DeviceId id;
  private final Mechanics mechanics;
  private final Path command;
  private final Map<Integer, SimulatedJob> jobs = new TreeMap<>();
  private int lastJob;
  private boolean open;

  SimulatedPrinter(DeviceId id, Mechanics mechanics, Path command) {
    this.id = id;
    this.mechanics = mechanics;
    this.command = command;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PAGE_PRINTER;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    open = true;
    return connected();
  }

  /** Without a sheet it needs a person; a job at work says itself what it waits for. */
  @Override
  public Attempt<String> probe(Patience patience) {
    return connected() instanceof Attempt.Done<String>
            && unfinished().isEmpty()
            && loaded().isEmpty()
        ? Attempt.failed(new DeviceFailure.UserError("media-empty"))
        : connected();
  }

  private Attempt<String> connected() {
    if (!open) {
      return Attempt.failed(new DeviceFailure.Offline("not open"));
    }
    return Files.isRegularFile(command)
        ? Attempt.done("simulated printer")
        : Attempt.failed(new DeviceFailure.NoDevice("no mechanics " + command));
  }

  /** The sizes of which sheets wait in a tray. */
  private Set<Medium> loaded() {
    return Arrays.stream(Medium.values())
        .filter(mechanics::holds)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Attempt<PrinterReport> report(Patience patience) {
    if (connected() instanceof Attempt.Failed<String>(var failure)) {
      return Attempt.failed(failure);
    }
    Optional<SimulatedJob> unfinished = unfinished();
    var state = unfinished.isPresent() ? PrinterReport.State.PROCESSING : PrinterReport.State.IDLE;
    String severity = unfinished.isPresent() ? "-warning" : "-report";
    var last = Optional.ofNullable(jobs.get(lastJob));
    Set<String> reasons =
        last.stream()
            .flatMap(job -> job.printerReasons().stream())
            .map(reason -> reason + severity)
            .collect(Collectors.toUnmodifiableSet());
    return Attempt.done(new PrinterReport(state, reasons, loaded(), true));
  }

  @Override
  public Attempt<Integer> createJob(String name, Medium medium, Patience patience) {
    if (unfinished().isPresent()) {
      return Attempt.failed(new DeviceFailure.Busy("one job at a time"));
    }
    lastJob++;
    jobs.put(lastJob, new SimulatedJob(lastJob, medium, mechanics, command));
    return Attempt.done(lastJob);
  }

  @Override
  public Attempt<JobReport> sendDocument(int jobId, byte[] pdf, Patience patience) {
    SimulatedJob job = jobs.get(jobId);
    if (job == null || job.report().state() != JobReport.State.PENDING_HELD) {
      return Attempt.failed(new DeviceFailure.HardwareError("no job waits as " + jobId));
    }
    try {
      job.print(pdf);
      return Attempt.done(job.report());
    } catch (IOException notStarted) {
      return Attempt.failed(new DeviceFailure.HardwareError(notStarted.toString()));
    }
  }

  @Override
  public Attempt<JobReport> job(int jobId, Patience patience) {
    return Attempt.done(
        Optional.ofNullable(jobs.get(jobId))
            .map(SimulatedJob::report)
            .orElseGet(
                () -> new JobReport(jobId, JobReport.State.ABSENT, Set.of(), OptionalInt.empty())));
  }

  @Override
  public Attempt<JobReport> cancel(int jobId, Patience patience) {
    try {
      SimulatedJob job = jobs.get(jobId);
      if (job != null) {
        job.cancel();
      }
      return job(jobId, patience);
    } catch (IOException notAsked) {
      return Attempt.failed(new DeviceFailure.HardwareError(notAsked.toString()));
    }
  }

  @Override
  public void close() {
    open = false;
  }

  private Optional<SimulatedJob> unfinished() {
    return jobs.values().stream().filter(job -> !job.report().state().ended()).findFirst();
  }
}
