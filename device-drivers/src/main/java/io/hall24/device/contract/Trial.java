package io.hall24.device.contract;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** One device, on a platform thread of its own, as a terminal would have it. */
final class Trial implements AutoCloseable {
  static final DeviceId ID = new DeviceId("contract");
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BRIEFLY = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration UNDER_WAY = Duration.ofMillis(150);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** How long after its patience a call may still tidy up; the supervisor grants no more. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final Duration WITHDRAWN = Duration.ofSeconds(1);
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration RECOVERED = Duration.ofSeconds(5);

  private final Rig rig;
  private final HallClock clock;
  private final Device device;
  private final Question question;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("contract").daemon().factory());

  Trial(Rig rig) {
    this.rig = rig;
    this.clock = rig.clock();
    this.device = rig.driver().create(ID, rig.driver().settings().resolve(rig.settings()), clock);
    this.question = rig.question().orElseGet(() -> Question.usual(device));
  }

  void statusWhileClosed() throws Exception {
    expectLost(timed("probe", BRIEFLY, device::probe), "probing a device that was never opened");
    expectLost(timed("question", BRIEFLY, this::ask), "asking a device that was never opened");
    open();
    shut();
    expectLost(timed("probe", BRIEFLY, device::probe), "probing a closed device");
    expectLost(timed("question", BRIEFLY, this::ask), "asking a closed device");
  }

  void openTwice() throws Exception {
    open();
    open();
    works();
  }

  void closeTwice() throws Exception {
    shut();
    open();
    shut();
    shut();
    open();
    works();
  }

  void noPatience() throws Exception {
    open();
    var _ = timed("question", Duration.ZERO, this::ask);
    var _ = timed("probe", Duration.ZERO, device::probe);
    works();
  }

  void cancel() throws Exception {
    open();
    Patience patience = Patience.of(LONG, clock);
    Future<Attempt<?>> answer = thread.submit(() -> ask(patience));
    clock.sleep(UNDER_WAY);
    patience.cancel();
    Attempt<?> ended = within(WITHDRAWN, answer, "a withdrawn question");
    BrokenException.unless(
        !question.waits() || isFailure(ended, DeviceFailure.Cancelled.class),
        "a withdrawn question gives " + ended + "; expected Cancelled");
    works();
  }

  void unplugIdle() throws Exception {
    open();
    rig.unplug();
    Patience noticing = Patience.of(NOTICED, clock);
    Attempt<?> probed = timed("probe", NOTICED, device::probe);
    while (probed instanceof Attempt.Done<?> && noticing.pause(GLANCE)) {
      probed = timed("probe", NOTICED, device::probe);
    }
    expectLost(probed, NOTICED.toSeconds() + " s after unplugging probing");
    rig.plug();
    comesBack();
  }

  void unplugBusy() throws Exception {
    open();
    Future<Attempt<?>> answer = thread.submit(() -> askUntilItFails(Patience.of(LONG, clock)));
    clock.sleep(UNDER_WAY);
    rig.unplug();
    expectLost(within(NOTICED, answer, "a question to an unplugged device"), "unplugging it");
    rig.plug();
    comesBack();
  }

  void hang(Rig.Hang hang) throws Exception {
    open();
    hang.begin();
    Attempt<?> ended = timed("question", BRIEFLY, this::ask);
    BrokenException.unless(
        ended instanceof Attempt.Failed<?>, "asking a silent device gives " + ended);
    hang.end();
    comesBack();
  }

  private Attempt<?> ask(Patience patience) {
    return question.asking().ask(device, patience);
  }

  private Attempt<?> askUntilItFails(Patience patience) {
    Attempt<?> answer = ask(patience);
    while (answer instanceof Attempt.Done<?>) {
      answer = ask(patience);
    }
    return answer;
  }

  private void open() throws Exception {
    Attempt<?> opened = timed("open", PATIENCE, device::open);
    BrokenException.unless(opened instanceof Attempt.Done<?>, "opening gives " + opened);
  }

  private void shut() throws Exception {
    run(() -> {
      device.close();
      return true;
    });
  }

  private void works() throws Exception {
    Attempt<?> probed = timed("probe", PATIENCE, device::probe);
    BrokenException.unless(probed instanceof Attempt.Done<?>, "afterwards probing gives " + probed);
  }

  /** As the supervisor does it: closed and opened again, until that succeeds. */
  private void comesBack() throws Exception {
    Patience patience = Patience.of(RECOVERED, clock);
    Attempt<?> opened;
    do {
      shut();
      opened = timed("open", RECOVERED, device::open);
    } while (opened instanceof Attempt.Failed<?> && patience.pause(GLANCE));
    BrokenException.unless(
        opened instanceof Attempt.Done<?>,
        RECOVERED.toSeconds() + " s after its return opening gives " + opened);
    works();
  }

  private static void expectLost(Attempt<?> answer, String when) throws BrokenException {
    BrokenException.unless(
        answer instanceof Attempt.Failed<?>(var failure)
            && switch (failure) {
              case DeviceFailure.Offline _,
                  DeviceFailure.NoDevice _,
                  DeviceFailure.HardwareError _,
                  DeviceFailure.AnswerLost _ ->
                  true;
              case DeviceFailure.UserError _,
                  DeviceFailure.Busy _,
                  DeviceFailure.TimedOut _,
                  DeviceFailure.Cancelled _ ->
                  false;
            },
        when + " gives " + answer + "; expected a failure that says it is not there");
  }

  private static boolean isFailure(Attempt<?> answer, Class<? extends DeviceFailure> type) {
    return answer instanceof Attempt.Failed<?>(var failure) && type.isInstance(failure);
  }

  /** Asks with so much patience, and sees to it that it does not take much longer. */
  Attempt<?> timed(String what, Duration patience, Function<Patience, Attempt<?>> asking)
      throws Exception {
    Future<Attempt<?>> answer = thread.submit(() -> asking.apply(Patience.of(patience, clock)));
    return within(patience.plus(GRACE), answer, what);
  }

  private static Attempt<?> within(Duration limit, Future<Attempt<?>> answer, String what)
      throws Exception {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new BrokenException(what + " has not ended after " + limit.toMillis() + " ms");
    } catch (ExecutionException thrown) {
      throw new BrokenException(what + " throws " + thrown.getCause());
    }
  }

  <T> T run(Supplier<T> work) throws Exception {
    try {
      return thread.submit(work::get).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new BrokenException("closing has not ended after " + PATIENCE.toMillis() + " ms");
    } catch (ExecutionException thrown) {
      throw new BrokenException("closing throws " + thrown.getCause());
    }
  }

  @Override
  public void close() {
    var _ = thread.submit(device::close);
    thread.shutdown();
  }
}
