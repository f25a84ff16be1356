package io.hall24.device.supervision;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * A device on its own thread, opened, watched, closed and opened again. Its state hangs on the
 * status board. Questions may come from any thread; while the device is lost they are answered at
 * once with the failure that lost it.
 *
 * @param <D> the kind of device
 */
public final class SupervisedDevice<D extends Device> implements AutoCloseable {
  /** The detail of a device that is closed because nobody wants it. */
  public static final String AT_REST = "at rest";

  private static final Duration OPENING = Duration.ofSeconds(10);
  private static final Duration PROBING = Duration.ofSeconds(2);
  private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
  private static final Duration NOTICE_LOSS = Duration.ofMillis(250);
  private static final long GRACE_MS = 500;

  private final D device;
  private final HallClock clock;
  private final StatusBoard board;
  private final DeviceThread thread;
  private final ReopenPacing pacing;
  private final Logbook logbook;
  private volatile boolean open;
  private volatile boolean resting = true;
  private volatile boolean silent;
  private volatile DeviceFailure lost = new DeviceFailure.Offline(AT_REST);
  private Optional<Thread> watcher = Optional.empty();

  public SupervisedDevice(D device, StatusBoard board, HallClock clock, RandomGenerator random) {
    this.device = device;
    this.clock = clock;
    this.board = board;
    this.thread = new DeviceThread("device-" + device.id());
    this.pacing = new ReopenPacing(random);
    this.logbook = new Logbook(device.kind(), device.simulated());
    publish(DeviceState.OFFLINE, AT_REST);
  }

  public DeviceId id() {
    return device.id();
  }

  /** Whether the device only pretends. */
  public boolean simulated() {
    return device.simulated();
  }

  /** Whether it is meant to be closed just now. */
  public boolean isResting() {
    return resting;
  }

  /** Whether questions reach the device now. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Opens the device and begins to watch it. Waking a device that is awake or just being woken
   * answers once it is open.
   */
  public Attempt<String> wake() throws InterruptedException {
    resting = false;
    if (!open) {
      publish(DeviceState.STARTING, "opening");
    }
    Attempt<String> opened = open();
    watch();
    return opened;
  }

  private synchronized void watch() {
    if (watcher.isEmpty()) {
      watcher =
          Optional.of(Thread.ofVirtual().name("watch-" + device.id()).start(this::watchUntilRest));
    }
  }

  private synchronized Optional<Thread> stopWatching() {
    Optional<Thread> watching = watcher;
    watcher = Optional.empty();
    return watching;
  }

  /**
   * Closes the device until {@link #wake()}; it is expected to be away and counts as neither lost
   * nor broken.
   */
  public void rest() throws InterruptedException {
    resting = true;
    stopWatching().ifPresent(Thread::interrupt);
    try {
      var _ = thread.ask(Patience.of(PROBING, clock), GRACE_MS, patience -> shut(AT_REST));
    } catch (RejectedExecutionException busy) {
      // Closed as soon as it is done with what it was asked before.
      var _ = thread.submit(() -> shut(AT_REST));
    }
    publish(DeviceState.OFFLINE, AT_REST);
  }

  /**
   * Asks the device for something.
   *
   * @param granted how long the answer may take
   */
  public <T> Attempt<T> call(Duration granted, BiFunction<D, Patience, Attempt<T>> question)
      throws InterruptedException {
    return ask(granted, question, Attempt::failed);
  }

  /**
   * Asks the device for something that has an outcome type of its own.
   *
   * @param granted how long the answer may take
   * @param failed makes that outcome of a failure of the device
   */
  public <R> R ask(
      Duration granted,
      BiFunction<D, Patience, R> question,
      java.util.function.Function<DeviceFailure, R> failed)
      throws InterruptedException {
    if (!open) {
      return failed.apply(lost);
    }
    try {
      Optional<R> answer =
          thread.ask(Patience.of(granted, clock), GRACE_MS, patience -> look(question, patience));
      if (answer.isPresent()) {
        if (answer.get() instanceof Attempt.Failed<?>(var failure)) {
          note(failure);
        } else {
          logbook.succeeded(clock.wallTime());
        }
        return answer.get();
      }
      return failed.apply(hung(granted));
    } catch (RejectedExecutionException notBegun) {
      return failed.apply(new DeviceFailure.Busy(String.valueOf(notBegun.getMessage())));
    }
  }

  /** On the device's thread, where it can be looked at. */
  private <R> R look(BiFunction<D, Patience, R> question, Patience patience) {
    R answer = question.apply(device, patience);
    logbook.see(device);
    return answer;
  }

  private void publish(DeviceState state, String detail) {
    board.publish(device.id(), state, detail, Optional.of(logbook.record()));
  }

  private Attempt<String> open() throws InterruptedException {
    Optional<Attempt<String>> answer;
    try {
      answer =
          thread.ask(
              Patience.of(OPENING, clock), GRACE_MS, patience -> look(Device::open, patience));
    } catch (RejectedExecutionException busy) {
      return Attempt.failed(new DeviceFailure.Busy(String.valueOf(busy.getMessage())));
    }
    if (answer.isEmpty()) {
      return Attempt.failed(hung(OPENING));
    }
    switch (answer.get()) {
      case Attempt.Done<String>(var description) -> {
        open = true;
        pacing.succeeded();
        logbook.succeeded(clock.wallTime());
        publish(DeviceState.ONLINE, description);
      }
      case Attempt.Failed<String>(var failure) -> {
        pacing.refusedToOpen(failure);
        note(failure);
      }
    }
    return answer.get();
  }

  private DeviceFailure hung(Duration granted) {
    var failure =
        new DeviceFailure.HardwareError("no answer within " + granted.toMillis() + " ms and after");
    note(failure);
    silent = true;
    return failure;
  }

  /** A failure that says nothing about the device itself leaves it open. */
  private void note(DeviceFailure failure) {
    logbook.failed(failure.kind(), !open);
    switch (failure) {
      case DeviceFailure.TimedOut _,
          DeviceFailure.Cancelled _,
          DeviceFailure.Busy _,
          DeviceFailure.AnswerLost _ -> {}
      case DeviceFailure.UserError(var detail) -> publish(DeviceState.USER_ERROR, detail);
      case DeviceFailure.Offline _, DeviceFailure.NoDevice _, DeviceFailure.HardwareError _ -> {
        open = false;
        lost = failure;
        silent = false;
        publish(failure.state(), failure.detail());
      }
    }
  }

  private Boolean shut(String why) {
    open = false;
    lost = new DeviceFailure.Offline(why);
    device.close();
    return true;
  }

  private void watchUntilRest() {
    try {
      while (!resting) {
        if (open) {
          waitWhileOpen();
          probe();
        } else {
          clock.sleep(pacing.next(lost, silent));
          reopen();
        }
      }
    } catch (InterruptedException rests) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Until it is time for the next look, or a caller has found the device lost, which must not wait
   * for that.
   */
  private void waitWhileOpen() throws InterruptedException {
    long until = clock.nanoTime() + WATCH_EVERY.toNanos();
    while (open && clock.nanoTime() < until) {
      clock.sleep(NOTICE_LOSS);
    }
  }

  private void probe() throws InterruptedException {
    if (resting || !open) {
      return;
    }
    Attempt<String> answer = call(PROBING, Device::probe);
    if (answer instanceof Attempt.Done<String>(var description) && open) {
      pacing.proven();
      publish(DeviceState.ONLINE, description);
    }
  }

  private void reopen() throws InterruptedException {
    try {
      var closed =
          thread.ask(Patience.of(PROBING, clock), GRACE_MS, patience -> shut(lost.detail()));
      if (closed.isPresent() && !resting) {
        var _ = open();
      }
    } catch (RejectedExecutionException busy) {
      publish(lost.state(), lost.detail());
    }
  }

  @Override
  public void close() {
    resting = true;
    stopWatching().ifPresent(Thread::interrupt);
    var _ = thread.submit(() -> shut("closed"));
    thread.close();
  }
}
