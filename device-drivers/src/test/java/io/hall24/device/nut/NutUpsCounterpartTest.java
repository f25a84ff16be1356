package io.hall24.device.nut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.PowerSource;
import io.hall24.device.PowerSource.Feed;
import io.hall24.device.PowerSource.PowerReport;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver against {@code upsd} and {@code dummy-ups} of Network UPS Tools. */
@Tag("fault")
final class NutUpsCounterpartTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration BACK = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final int ROUNDS = 5;
  private static final int LANES = 4;

  @TempDir Path directory;

  private static PowerSource device(int port, String ups) {
    var driver = new NutDriver();
    var settings = Map.of("ups", ups, "port", Integer.toString(port));
    return (PowerSource)
        driver.create(new DeviceId("power-source"), driver.settings().resolve(settings), CLOCK);
  }

  private static boolean within(Duration limit, BooleanSupplier holds) {
    return Patience.of(limit, CLOCK).until(Duration.ofMillis(50), holds);
  }

  private static Optional<PowerReport> report(PowerSource ups) {
    return ups.report(Patience.of(NOTICED, CLOCK)) instanceof Attempt.Done<PowerReport>(var told)
        ? Optional.of(told)
        : Optional.empty();
  }

  @Test
  void tellsMainsBatteryAndWhenItIsLow() throws Exception {
    try (UpsDaemon upsd = UpsDaemon.start(directory)) {
      PowerSource ups = device(upsd.port(), UpsDaemon.UPS);
      assertTrue(
          within(LONG, () -> ups.open(Patience.of(NOTICED, CLOCK)) instanceof Attempt.Done<String>),
          "upsd never answers");
      var mains =
          new PowerReport(
              Feed.MAINS, false, OptionalInt.of(100), Optional.of(Duration.ofMinutes(30)), false);
      assertTrue(within(LONG, () -> report(ups).equals(Optional.of(mains))));
      assertEquals(Optional.of("7.1"), ups.firmware());

      upsd.say("OB DISCHRG", 80, 1_200);
      assertTrue(
          within(LONG, () -> report(ups).filter(it -> it.feed() == Feed.BATTERY).isPresent()));
      assertTrue(report(ups).orElseThrow().enoughForAVisit());
      upsd.say("OB LB", 12, 90);
      assertTrue(within(LONG, () -> report(ups).filter(it -> !it.enoughForAVisit()).isPresent()));
      upsd.say("OL CHRG RB", 40, 700);
      assertTrue(within(LONG, () -> report(ups).filter(PowerReport::replaceBattery).isPresent()));
      assertTrue(report(ups).orElseThrow().enoughForAVisit(), "the mains are back");

      PowerSource other = device(upsd.port(), "nobody");
      assertInstanceOf(
          DeviceFailure.NoDevice.class,
          assertInstanceOf(Attempt.Failed.class, other.open(Patience.of(NOTICED, CLOCK)))
              .failure());
      ups.close();
    }
  }

  /** Twenty seeded rounds in four lanes, each with a daemon of its own that is killed. */
  @Test
  void everyKillIsNoticedAndEveryReturnUsed() throws Exception {
    try (var lanes = Executors.newFixedThreadPool(LANES)) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        int number = lane;
        work.add(() -> rounds(Files.createDirectory(directory.resolve("lane-" + number)), number));
      }
      for (var done : lanes.invokeAll(work)) {
        assertEquals(ROUNDS, done.get());
      }
    }
  }

  private static int rounds(Path place, int seed) throws IOException, InterruptedException {
    var board = new StatusBoard(CLOCK);
    try (UpsDaemon upsd = UpsDaemon.start(place);
        var ups =
            new SupervisedDevice<>(
                device(upsd.port(), UpsDaemon.UPS), board, CLOCK, new Random(seed))) {
      var _ = ups.wake();
      assertTrue(within(LONG, () -> usable(board)), "never online");
      var random = new Random(seed);
      for (int round = 0; round < ROUNDS; round++) {
        String which = "lane " + seed + ", round " + round;
        CLOCK.sleep(Duration.ofMillis(random.nextInt(1_300)));
        upsd.killDaemon();
        assertTrue(within(NOTICED, () -> !usable(board)), () -> "not noticed in " + which);
        CLOCK.sleep(Duration.ofMillis(random.nextInt(500)));
        upsd.launchDaemon();
        assertTrue(within(BACK, () -> usable(board)), () -> "not back in " + which);
      }
    }
    return ROUNDS;
  }

  private static boolean usable(StatusBoard board) {
    return board
        .of(new DeviceId("power-source"))
        .filter(status -> status.state() == DeviceState.ONLINE)
        .isPresent();
  }
}
