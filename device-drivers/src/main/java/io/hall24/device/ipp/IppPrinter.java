package io.hall24.device.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.PrinterReport;
import io.hall24.device.time.Patience;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** A printer that is asked over IPP (RFC 8010, RFC 8011). */
final class IppPrinter implements PagePrinter {
  private static final byte[] NO_DOCUMENT = {};
  private static final String PDF = "application/pdf";

  private final DeviceId id;
  private final URI uri;
  private final String user;
  private final IppConnection connection;
  private int lastRequestId;
  private boolean open;

  IppPrinter(DeviceId id, PrinterAddress address, String user) {
    this.id = id;
    this.uri = address.uri();
    this.user = user;
    this.connection = new IppConnection(address);
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
  public Attempt<String> open(Patience patience) {
    open = true;
    return query(
        printerQuestion(),
        patience,
        answer -> IppReadings.printer(answer).map(report -> IppReadings.model(answer)));
  }

  /** A printer that is stopped or takes no jobs needs a person. */
  @Override
  public Attempt<String> probe(Patience patience) {
    return switch (report(patience)) {
      case Attempt.Failed<PrinterReport>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<PrinterReport>(var report)
          when report.state() == PrinterReport.State.STOPPED || !report.acceptingJobs() ->
          Attempt.failed(new DeviceFailure.UserError(report.toString()));
      case Attempt.Done<PrinterReport>(var report) -> Attempt.done(report.toString());
    };
  }

  @Override
  public Attempt<PrinterReport> report(Patience patience) {
    return query(printerQuestion(), patience, IppReadings::printer);
  }

  private IppPacket.Builder printerQuestion() {
    return IppPacket.getPrinterAttributes(
        uri,
        Types.printerMakeAndModel,
        Types.printerFirmwareStringVersion,
        Types.printerState,
        Types.printerStateReasons,
        Types.printerIsAcceptingJobs,
        Types.mediaReady);
  }

  @Override
  public Attempt<Integer> createJob(String name, Medium medium, Patience patience) {
    var question =
        IppPacket.createJob(uri)
            .putOperationAttributes(
                Types.requestingUserName.of(user),
                Types.jobName.of(name),
                Types.ippAttributeFidelity.of(true))
            .putJobAttributes(Types.media.of(medium.keyword()));
    return switch (ask(question, NO_DOCUMENT, patience)) {
      case IppReply.NotSent(var failure) -> Attempt.failed(failure);
      case IppReply.Unanswered(var failure) -> lost(failure);
      case IppReply.Answered(var answer) when IppReadings.ignored(answer, Types.media.getName()) ->
          disown(answer, medium, patience);
      case IppReply.Answered(var answer) -> changed(answer, IppReadings::jobId);
    };
  }

  /** A printer that takes the job but not the paper would print on whatever it likes. */
  private Attempt<Integer> disown(IppPacket answer, Medium medium, Patience patience) {
    IppReadings.jobId(answer).ifPresent(jobId -> cancel(jobId, patience));
    return Attempt.failed(
        new DeviceFailure.HardwareError("the printer does not take " + medium.keyword()));
  }

  @Override
  public Attempt<JobReport> sendDocument(int jobId, byte[] pdf, Patience patience) {
    var question =
        IppPacket.sendDocument(uri, jobId)
            .putOperationAttributes(
                Types.requestingUserName.of(user),
                Types.documentFormat.of(PDF),
                Types.lastDocument.of(true));
    return switch (ask(question, pdf, patience)) {
      case IppReply.NotSent(var failure) -> Attempt.failed(failure);
      case IppReply.Unanswered(var failure) -> lost(failure);
      case IppReply.Answered(var answer) ->
          changed(answer, accepted -> IppReadings.job(jobId, accepted));
    };
  }

  @Override
  public Attempt<JobReport> job(int jobId, Patience patience) {
    var question =
        IppPacket.getJobAttributes(
                uri, jobId, Types.jobState, Types.jobStateReasons, Types.jobImpressionsCompleted)
            .putOperationAttributes(Types.requestingUserName.of(user));
    return switch (ask(question, NO_DOCUMENT, patience)) {
      case IppReply.Answered(var answer) when IppStatus.is(answer, Status.clientErrorNotFound) ->
          Attempt.done(absent(jobId));
      case IppReply.Answered(var answer) -> told(answer, known -> IppReadings.job(jobId, known));
      case IppReply.NotSent(var failure) -> Attempt.failed(failure);
      case IppReply.Unanswered(var failure) -> Attempt.failed(failure);
    };
  }

  @Override
  public Attempt<JobReport> cancel(int jobId, Patience patience) {
    var question =
        IppPacket.cancelJob(uri, jobId).putOperationAttributes(Types.requestingUserName.of(user));
    return switch (ask(question, NO_DOCUMENT, patience)) {
      case IppReply.NotSent(var failure) -> Attempt.failed(failure);
      case IppReply.Unanswered(var failure) -> lost(failure);
      case IppReply.Answered(var answer) when IppStatus.is(answer, Status.clientErrorNotFound) ->
          Attempt.done(absent(jobId));
      case IppReply.Answered(var answer) when IppStatus.is(answer, Status.clientErrorNotPossible) ->
          job(jobId, patience);
      case IppReply.Answered(var answer) -> afterCancel(jobId, answer, patience);
    };
  }

  private Attempt<JobReport> afterCancel(int jobId, IppPacket answer, Patience patience) {
    Optional<DeviceFailure> refusal = IppStatus.refusal(answer);
    if (refusal.isPresent()) {
      return Attempt.failed(refusal.get());
    }
    return switch (job(jobId, patience)) {
      case Attempt.Done<JobReport> seen -> seen;
      case Attempt.Failed<JobReport>(var failure) -> lost(failure);
    };
  }

  @Override
  public void close() {
    open = false;
  }

  private <T> Attempt<T> query(
      IppPacket.Builder question, Patience patience, Function<IppPacket, Optional<T>> read) {
    return switch (ask(question, NO_DOCUMENT, patience)) {
      case IppReply.NotSent(var failure) -> Attempt.failed(failure);
      case IppReply.Unanswered(var failure) -> Attempt.failed(failure);
      case IppReply.Answered(var answer) -> told(answer, read);
    };
  }

  private IppReply ask(IppPacket.Builder question, byte[] document, Patience patience) {
    if (!open) {
      return new IppReply.NotSent(new DeviceFailure.Offline("printer is not open"));
    }
    lastRequestId = lastRequestId == Integer.MAX_VALUE ? 1 : lastRequestId + 1;
    return connection.ask(question.setRequestId(lastRequestId).build(), document, patience);
  }

  /** The answer to a question that changed nothing. */
  private static <T> Attempt<T> told(IppPacket answer, Function<IppPacket, Optional<T>> read) {
    return IppStatus.refusal(answer)
        .map(Attempt::<T>failed)
        .orElseGet(() ->
            read.apply(answer).map(Attempt::done).orElseGet(() -> Attempt.failed(incomplete())));
  }

  /** The answer to a question that changes something at the printer. */
  private static <T> Attempt<T> changed(IppPacket answer, Function<IppPacket, Optional<T>> read) {
    return switch (told(answer, read)) {
      case Attempt.Done<T> done -> done;
      case Attempt.Failed<T>(var failure)
          when IppStatus.leavesOpen(answer) || IppStatus.refusal(answer).isEmpty() ->
          lost(failure);
      case Attempt.Failed<T> refused -> refused;
    };
  }

  private static <T> Attempt<T> lost(DeviceFailure failure) {
    return Attempt.failed(new DeviceFailure.AnswerLost(failure.detail()));
  }

  private static DeviceFailure incomplete() {
    return new DeviceFailure.HardwareError("an IPP answer lacks what it must contain");
  }

  private static JobReport absent(int jobId) {
    return new JobReport(jobId, JobReport.State.ABSENT, Set.of(), OptionalInt.empty());
  }
}
