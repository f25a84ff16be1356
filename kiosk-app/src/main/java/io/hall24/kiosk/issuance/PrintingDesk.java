package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import io.hall24.device.status.Subscription;
import io.hall24.device.supervision.DeviceThread;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk that prints onto numbered stock. Everything happens on one platform thread of its own,
 * one issuance after the other. Until {@link #recover} has run it releases whatever is begun.
 */
public final class PrintingDesk implements IssuanceDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrintingDesk.class);
  private static final int REMEMBERED = 64;
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private final DeviceThread thread = new DeviceThread("issuance-desk");
  private final Map<Ticket, Running> running = new ConcurrentHashMap<>();
  private final DeskProgress progress = new DeskProgress();
  private final DeskRecord record;
  private final Readiness readiness;
  private final Issuing issuing;
  private final Recovery recovery;
  private final Settlement settlement;
  private final AnnouncedVisits announced;
  private volatile Optional<Obstacle> closed = Optional.of(new Obstacle.NotRecovered());

  /** An issuance of this run. */
  private record Running(CompletableFuture<Outcome> outcome, AtomicBoolean givenUp) {
    Running() {
      this(new CompletableFuture<>(), new AtomicBoolean());
    }
  }

  public PrintingDesk(Journal journal, DeskTools tools, DeskRules rules, HallClock clock) {
    this.record = new DeskRecord(journal);
    this.announced = tools.announced();
    this.readiness = new Readiness(record, rules, tools);
    var watch = new JobWatch(tools.path().printer(), rules.times(), clock);
    var delivery =
        new Delivery(
            record,
            new Output(tools.path().presenter(), rules.times(), clock),
            new SheetJudge(tools.path().eye(), tools.reader(), rules),
            rules,
            progress);
    this.issuing =
        new Issuing(
            record,
            readiness,
            new GrantQuest(
                journal, tools.registry(), tools.upload(), tools.announced(), rules.times(), clock),
            tools.press(),
            tools.path().printer(),
            watch,
            delivery,
            rules,
            progress);
    this.recovery = new Recovery(record, tools.path(), watch, delivery, rules.times(), clock);
    this.settlement = new Settlement(record, tools.upload(), rules.times().registryCall(), clock);
  }

  /**
   * Brings on what an earlier run left open, and opens the service. To be called once after the
   * devices were woken, and again when the record can be written again.
   */
  public List<Recovered> recover() throws InterruptedException {
    List<Recovered> recovered = onThread(() -> recovery.run(ticket -> !underWay(ticket)));
    recovered.forEach(
        step -> LOG.info("{} {} -> {}", step.ticket().issuanceId(), step.found(), step.now()));
    closed = Optional.empty();
    return recovered;
  }

  /** Tells the registry of what has ended, and settles what it has signed for. */
  public void settle() throws InterruptedException {
    onThread(() -> {
      settlement.sendAndSettle();
      return List.of();
    });
  }

  /** Everything that is not settled. */
  public List<OpenIssuance> open() {
    return record.open();
  }

  /** Ends an Unknown issuance by what two persons found. */
  public StaffAnswer resolve(String issuanceId, Resolution found, TwoPersons persons) {
    return new UnknownIssuances(record.journal()).resolve(issuanceId, found, persons);
  }

  @Override
  public Ticket begin(Order order, Copy copy) {
    var attempt = new Running();
    var begun = announced.begin(order.orderId(), copy, ticket -> requested(ticket, attempt));
    if (!attempt.outcome().isDone()) {
      var _ = thread.submit(() -> work(begun, order.face(), attempt));
    }
    return begun.ticket();
  }

  private void requested(Ticket ticket, Running attempt) {
    running.values().removeIf(earlier -> earlier.outcome().isDone() && running.size() > REMEMBERED);
    running.put(ticket, attempt);
    try {
      record.write(new IssuanceEvent.Requested(ticket));
    } catch (RecordFailure failed) {
      attempt.outcome().complete(halted(failed));
    }
  }

  private boolean work(AnnouncedVisits.Begun begun, LicenceFace face, Running attempt) {
    Ticket ticket = begun.ticket();
    Outcome outcome;
    try {
      outcome =
          closed.isPresent() ? refused(ticket) : issuing.run(begun, face, attempt.givenUp()::get);
    } catch (InterruptedException | RuntimeException broken) {
      outcome = halted(broken);
    }
    attempt.outcome().complete(outcome);
    progress.show(ticket, Progress.Stage.ENDED);
    try {
      settlement.sendAndSettle();
    } catch (InterruptedException | RuntimeException broken) {
      LOG.error("not settled", broken);
    }
    return true;
  }

  private Outcome refused(Ticket ticket) {
    record.write(new IssuanceEvent.Released(ticket, ReleaseReason.SERVICE_CLOSED));
    return new Outcome.Released(ReleaseReason.SERVICE_CLOSED);
  }

  /**
   * Whatever broke, nothing is known to be recorded beyond what the journal has: the desk stops,
   * and the next recovery decides by the journal.
   */
  private Outcome halted(Exception broken) {
    LOG.error("the desk stops", broken);
    closed = Optional.of(new Obstacle.RecordFailed(broken.toString()));
    return new Outcome.Halted(broken.toString());
  }

  private boolean underWay(Ticket ticket) {
    Running attempt = running.get(ticket);
    return attempt != null && !attempt.outcome().isDone();
  }

  @Override
  public Outcome await(Ticket ticket) throws InterruptedException {
    Running attempt = running.get(ticket);
    if (attempt == null) {
      throw new IllegalArgumentException("not of this desk: " + ticket.issuanceId());
    }
    try {
      return attempt.outcome().get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("an outcome is always given", impossible);
    }
  }

  @Override
  public void requestRelease(Ticket ticket) {
    Optional.ofNullable(running.get(ticket)).ifPresent(attempt -> attempt.givenUp().set(true));
  }

  @Override
  public List<Obstacle> obstacles(Order order) throws InterruptedException {
    List<Obstacle> obstacles = new ArrayList<>();
    closed.ifPresent(obstacles::add);
    Map<Medium, Integer> sheets = new EnumMap<>(Medium.class);
    order.pending().forEach(copy -> sheets.merge(DeskRecord.mediumOf(copy), 1, Integer::sum));
    obstacles.addAll(readiness.obstacles(sheets));
    sheets.forEach((medium, wanted) ->
        record
            .foreignSeal(medium, wanted, order.face().authority())
            .ifPresent(seal -> obstacles.add(new Obstacle.WrongSeal(medium, seal))));
    obstacles.addAll(onThread(() -> issuing.misfits(order)));
    return obstacles;
  }

  @Override
  public List<Obstacle> obstacles(Copy copy) throws InterruptedException {
    List<Obstacle> obstacles = new ArrayList<>();
    closed.ifPresent(obstacles::add);
    obstacles.addAll(readiness.obstacles(DeskRecord.mediumOf(copy)));
    return obstacles;
  }

  /** What is wrong with the record itself; asks no device. */
  public Optional<Obstacle> recordFault() {
    return Stream.concat(closed.stream(), readiness.recordFaults().stream())
        .filter(obstacle -> !(obstacle instanceof Obstacle.NotRecovered))
        .findFirst();
  }

  @Override
  public Subscription onProgress(Consumer<Progress> listener) {
    return progress.listen(listener);
  }

  private <T> List<T> onThread(Callable<List<T>> work) throws InterruptedException {
    try {
      return thread.submit(() -> called(work)).get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("on the desk's thread", failed.getCause());
    }
  }

  private static <T> List<T> called(Callable<List<T>> work) {
    try {
      return work.call();
    } catch (RuntimeException programmerError) {
      throw programmerError;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  /** Takes nothing more, and waits a while for what is under way; what then runs is left to it. */
  @Override
  public void close() {
    try {
      thread.submit(() -> true).get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException busy) {
      LOG.info("closed while at work: {}", busy.toString());
    }
    thread.close();
  }
}
