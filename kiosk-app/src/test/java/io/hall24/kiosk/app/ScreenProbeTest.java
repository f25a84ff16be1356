package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ui.LeapingClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A thread that draws, played by the test: it answers when the test does its work. */
class ScreenProbeTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final LeapingClock clock = new LeapingClock();
  private final StatusBoard board = new StatusBoard(clock);
  private final LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
  private final AtomicInteger deaths = new AtomicInteger();

  private Optional<DeviceState> state() {
    return board.of(ScreenProbe.ID).map(DeviceStatus::state);
  }

  private static void soon(BooleanSupplier holds) {
    assertTrue(Patience.of(LONG, HallClock.system()).until(LOOK, holds));
  }

  private Runnable asked() throws InterruptedException {
    return Optional.ofNullable(mailbox.poll(LONG.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
  }

  @Test
  void aScreenThatAnswersIsOnlineAndAskedAgain() throws InterruptedException {
    try (var _ = ScreenProbe.begin(mailbox::add, board, clock, deaths::incrementAndGet)) {
      asked().run();
      soon(() -> state().equals(Optional.of(DeviceState.ONLINE)));
      clock.leap(Duration.ofSeconds(3));
      asked().run();
    }
    assertEquals(0, deaths.get());
  }

  @Test
  void aSilentScreenIsToldAndMayComeBack() throws InterruptedException {
    try (var _ = ScreenProbe.begin(mailbox::add, board, clock, deaths::incrementAndGet)) {
      Runnable answer = asked();
      clock.leap(ScreenProbe.SILENT);
      soon(() -> state().equals(Optional.of(DeviceState.HARDWARE_ERROR)));
      answer.run();
      soon(() -> state().equals(Optional.of(DeviceState.ONLINE)));
    }
    assertEquals(0, deaths.get());
  }

  @Test
  void aDeadScreenEndsTheProgramOnce() throws InterruptedException {
    try (var _ = ScreenProbe.begin(mailbox::add, board, clock, deaths::incrementAndGet)) {
      var _ = asked();
      clock.leap(ScreenProbe.DEAD);
      soon(() -> deaths.get() == 1);
      clock.leap(ScreenProbe.DEAD);
    }
    assertEquals(1, deaths.get());
    assertTrue(mailbox.isEmpty(), "it is not asked again");
  }
}
