package io.hall24.device.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.FailureKind;
import io.hall24.device.status.DeviceRecord;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SupervisedDeviceTest {
  private static final Duration BRIEFLY = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final SteppedClock clock = new SteppedClock();
  private final StatusBoard board = new StatusBoard(clock);
  private final BlockingQueue<DeviceStatus> changes = new LinkedBlockingQueue<>();
  private final ScriptedDevice device = new ScriptedDevice("camera");
  private final SupervisedDevice<ScriptedDevice> supervised =
      new SupervisedDevice<>(device, board, clock, new Random(24));

  @BeforeEach
  void readTheBoard() {
    var _ = board.onChange(changes::add);
  }

  @AfterEach
  void end() {
    supervised.close();
  }

  private void awaitState(DeviceState expected) throws InterruptedException {
    DeviceStatus status;
    do {
      status = changes.poll(10, TimeUnit.SECONDS);
      assertNotNull(status, "never " + expected);
    } while (status.state() != expected);
  }

  private Attempt<String> ask(Duration granted) throws InterruptedException {
    return supervised.call(granted, (it, patience) -> it.answer());
  }

  @Test
  void wokenDeviceAnswersAndIsOnline() throws InterruptedException {
    assertEquals(Attempt.done("opened"), supervised.wake());
    awaitState(DeviceState.ONLINE);
    assertEquals(Attempt.done("answer"), ask(LONG));
  }

  @Test
  void lostDeviceAnswersAtOnceAndIsOpenedAgainWithinASecond() throws InterruptedException {
    var _ = supervised.wake();
    var unplugged = new DeviceFailure.Offline("unplugged");
    device.fallSick(unplugged);
    assertEquals(Attempt.failed(unplugged), ask(LONG));
    awaitState(DeviceState.OFFLINE);
    device.recover();
    assertEquals(Attempt.failed(unplugged), ask(LONG), "not asked again before it is reopened");
    clock.advance(Duration.ofSeconds(1));
    awaitState(DeviceState.ONLINE);
    assertEquals(Attempt.done("answer"), ask(LONG));
    assertEquals(2, device.openings());
  }

  @Test
  void faultThatDoesNotHealIsTriedAgainOnlyAfterTenSeconds() throws InterruptedException {
    device.fallSick(new DeviceFailure.HardwareError("lens cracked"));
    assertInstanceOf(Attempt.Failed.class, supervised.wake());
    awaitState(DeviceState.HARDWARE_ERROR);
    clock.advance(Duration.ofSeconds(9));
    assertEquals(1, device.openings());
    device.recover();
    clock.advance(Duration.ofSeconds(11));
    awaitState(DeviceState.ONLINE);
    assertEquals(2, device.openings());
  }

  @Test
  void faultAmidWorkIsTriedAgainSoonAndSlowlyOnlyWhenItShowsAgain() throws InterruptedException {
    var _ = supervised.wake();
    device.fallSick(new DeviceFailure.HardwareError("garbled answer"));
    assertInstanceOf(DeviceFailure.HardwareError.class, failureOf(ask(LONG)));
    device.recover();
    clock.advance(Duration.ofSeconds(1));
    awaitState(DeviceState.ONLINE);
    assertEquals(2, device.openings());
    device.fallSick(new DeviceFailure.HardwareError("garbled answer"));
    assertInstanceOf(DeviceFailure.HardwareError.class, failureOf(ask(LONG)));
    clock.advance(Duration.ofSeconds(9));
    assertTrue(device.openings() <= 3, "tried " + device.openings() + " times");
  }

  @Test
  void watchNoticesALossThatNobodyAskedFor() throws InterruptedException {
    var _ = supervised.wake();
    awaitState(DeviceState.ONLINE);
    device.fallSick(new DeviceFailure.NoDevice("gone"));
    clock.advance(Duration.ofMillis(2300));
    awaitState(DeviceState.NO_DEVICE);
  }

  @Test
  void personsFaultShowsOnTheBoardAndKeepsTheDeviceOpen() throws InterruptedException {
    var _ = supervised.wake();
    device.fallSick(new DeviceFailure.UserError("lens covered"));
    var _ = ask(LONG);
    awaitState(DeviceState.USER_ERROR);
    assertTrue(device.isOpen());
  }

  @Test
  void hangingDeviceIsReportedAndDoesNotTouchAnother() throws InterruptedException {
    var end = new CountDownLatch(1);
    var other = new ScriptedDevice("printer");
    try (var neighbour = new SupervisedDevice<>(other, board, clock, new Random(24))) {
      var _ = supervised.wake();
      var _ = neighbour.wake();
      device.hangOn(end);
      assertInstanceOf(DeviceFailure.HardwareError.class, failureOf(ask(BRIEFLY)));
      awaitState(DeviceState.HARDWARE_ERROR);
      assertEquals(Attempt.done("answer"), neighbour.call(LONG, (it, patience) -> it.answer()));
    } finally {
      end.countDown();
    }
  }

  private DeviceRecord record() {
    return board.of(new DeviceId("camera")).orElseThrow().record().orElseThrow();
  }

  @Test
  void recordCountsErrorsByKindAndKnowsTheLastSuccess() throws InterruptedException {
    var _ = supervised.wake();
    assertEquals(Optional.of("1.0"), record().firmware());
    assertEquals(Optional.of(clock.wallTime()), record().lastSuccess());
    device.fallSick(new DeviceFailure.UserError("lens covered"));
    var _ = ask(LONG);
    var _ = ask(LONG);
    assertEquals(Map.of(FailureKind.USER_ERROR, 2L), record().errors());
    assertFalse(record().permanentFault());
    device.fallSick(new DeviceFailure.HardwareError("sensor broken"));
    var _ = ask(LONG);
    assertTrue(record().permanentFault());
    assertEquals(
        Map.of(FailureKind.USER_ERROR, 2L, FailureKind.HARDWARE_ERROR, 1L), record().errors());
  }

  @Test
  void triesToReopenDoNotCountAsFurtherErrorsNorMoveTheTimeSinceWhen() throws InterruptedException {
    var _ = supervised.wake();
    device.fallSick(new DeviceFailure.Offline("unplugged"));
    var _ = ask(LONG);
    var since = board.of(new DeviceId("camera")).orElseThrow().since();
    clock.advance(Duration.ofSeconds(20));
    assertTrue(device.openings() > 4, "tried again");
    assertEquals(Map.of(FailureKind.OFFLINE, 1L), record().errors());
    assertEquals(since, board.of(new DeviceId("camera")).orElseThrow().since());
  }

  private static DeviceFailure failureOf(Attempt<String> attempt) {
    return ((Attempt.Failed<String>) attempt).failure();
  }

  @Test
  void questionBehindALongOneIsBusyAndTakesNothingFromIt() throws Exception {
    var end = new CountDownLatch(1);
    var _ = supervised.wake();
    device.hangOn(end);
    var first = new java.util.concurrent.FutureTask<>(() -> ask(LONG));
    Thread.ofVirtual().start(first);
    device.awaitQuestion();
    assertInstanceOf(DeviceFailure.Busy.class, failureOf(ask(BRIEFLY)));
    end.countDown();
    assertEquals(Attempt.done("answer"), first.get());
    assertEquals(Attempt.done("answer"), ask(LONG));
    assertEquals(1, device.openings());
  }

  @Test
  void restingDeviceIsClosedAndNotOpenedUntilWoken() throws InterruptedException {
    var _ = supervised.wake();
    supervised.rest();
    assertFalse(device.isOpen());
    assertInstanceOf(DeviceFailure.Offline.class, failureOf(ask(LONG)));
    var _ = supervised.wake();
    assertTrue(device.isOpen());
    assertEquals(Attempt.done("answer"), ask(LONG));
  }
}
