package io.hall24.kiosk.ops;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ops.PlainPrint.Outcome;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One job on plain paper, from its making to its end. Whoever calls has looked that it is plain.
 */
public final class PlainJob {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private PlainJob() {}

  /**
   * Prints.
   *
   * @param device open
   * @param name what the printer calls the job
   * @param seen is told of the job whenever it was looked at, on this thread
   * @param patience for all of it, paper included
   */
  public static Outcome print(
      PagePrinter device,
      byte[] pdf,
      String name,
      Medium medium,
      Consumer<JobReport> seen,
      Patience patience) {
    return switch (device.createJob(name, medium, patience)) {
      case Attempt.Failed<Integer>(var failure) -> new Outcome.PrinterFailed(failure);
      case Attempt.Done<Integer>(var jobId) -> send(device, jobId, pdf, seen, patience);
    };
  }

  private static Outcome send(
      PagePrinter device, int jobId, byte[] pdf, Consumer<JobReport> seen, Patience patience) {
    return switch (device.sendDocument(jobId, pdf, patience)) {
      case Attempt.Failed<JobReport>(DeviceFailure.AnswerLost lost) ->
          new Outcome.Unknown(jobId, lost);
      case Attempt.Failed<JobReport>(var failure) -> {
        device.cancel(jobId, patience);
        yield new Outcome.PrinterFailed(failure);
      }
      case Attempt.Done<JobReport>(var accepted) -> follow(device, accepted, seen, patience);
    };
  }

  private static Outcome follow(
      PagePrinter device, JobReport accepted, Consumer<JobReport> seen, Patience patience) {
    JobReport job = accepted;
    seen.accept(job);
    try {
      while (!job.state().ended()) {
        if (job.state() == JobReport.State.ABSENT || !patience.pause(BETWEEN_LOOKS)) {
          return new Outcome.Unknown(job.jobId(), notFollowed(job, patience));
        }
        switch (device.job(job.jobId(), patience)) {
          case Attempt.Done<JobReport>(var looked) -> {
            job = looked;
            seen.accept(job);
          }
          case Attempt.Failed<JobReport>(var failure) -> {
            return new Outcome.Unknown(job.jobId(), failure);
          }
        }
      }
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown(job.jobId(), new DeviceFailure.Cancelled("interrupted"));
    }
    return job.state() == JobReport.State.COMPLETED
        ? new Outcome.Printed(job)
        : new Outcome.NotPrinted(job);
  }

  private static DeviceFailure notFollowed(JobReport job, Patience patience) {
    return job.state() == JobReport.State.ABSENT
        ? new DeviceFailure.HardwareError("the printer has forgotten the job")
        : new DeviceFailure.TimedOut(patience.granted(), "the job has not ended: " + job);
  }
}
