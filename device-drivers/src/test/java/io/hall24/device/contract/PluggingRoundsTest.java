package io.hall24.device.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.escpos.EscPosDriver;
import io.hall24.device.modbus.RelayDriver;
import io.hall24.device.scanner.SerialScannerDriver;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.line.Machine;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.simulated.modbus.ModbusMachine;
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
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Receipt printer, board and scanner under their supervisor, unplugged at any moment, twenty seeded
 * rounds each: the right state within 2 s, at work again within 5 s of the cable's return, and no
 * open file more than before.
 */
@Tag("fault")
final class PluggingRoundsTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration BACK = Duration.ofSeconds(5);
  private static final int LANES = 4;
  private static final int ROUNDS = 5;

  @TempDir Path directory;

  private record Plugged(
      DeviceDriver driver, Supplier<Machine> machine, Map<String, String> settings, String at) {}

  private List<Plugged> devices() throws IOException {
    Path fonts = Files.createDirectories(directory.resolve("fonts"));
    Files.writeString(fonts.resolve("unused.ttf"), "");
    return List.of(
        new Plugged(
            new EscPosDriver(),
            EscPosMachine::new,
            Map.of("fonts", fonts.toString(), "hardware-flow", "false"),
            "at"),
        new Plugged(
            new RelayDriver.Door(),
            () -> new ModbusMachine(1),
            Map.of("closed-input", "0"),
            "port"),
        new Plugged(new SerialScannerDriver(), () -> bytes -> new byte[0], Map.of(), "port"));
  }

  @Test
  void everyLossIsNoticedAndEveryReturnIsUsed() throws Exception {
    List<Callable<Integer>> lanes = new ArrayList<>();
    for (Plugged device : devices()) {
      for (int lane = 0; lane < LANES; lane++) {
        int seed = lane;
        lanes.add(() -> rounds(device, seed, ROUNDS));
      }
    }
    for (Plugged device : devices()) {
      assertEquals(1, rounds(device, LANES, 1));
    }
    int files = openFiles();
    int rounds = 0;
    try (var executor = Executors.newFixedThreadPool(lanes.size())) {
      for (var done : executor.invokeAll(lanes)) {
        rounds += done.get();
      }
    }
    assertEquals(devices().size() * LANES * ROUNDS, rounds);
    assertTrue(
        within(BACK, () -> openFiles() <= files), () -> openFiles() + " files, before " + files);
  }

  private int rounds(Plugged plugged, int seed, int rounds)
      throws IOException, InterruptedException {
    String name = plugged.driver().name() + "-" + seed;
    Path port = directory.resolve(name);
    var id = new DeviceId(name);
    var board = new StatusBoard(CLOCK);
    var settings = new java.util.HashMap<>(plugged.settings());
    settings.put(plugged.at(), plugged.at().equals("at") ? "serial:" + port : port.toString());
    Device device =
        plugged.driver().create(id, plugged.driver().settings().resolve(settings), CLOCK);
    var random = new Random(seed);
    try (SimulatedLine line = SimulatedLine.plugIn(port, plugged.machine().get(), CLOCK);
        var supervised = new SupervisedDevice<>(device, board, CLOCK, random)) {
      var _ = supervised.wake();
      assertTrue(within(BACK, () -> online(board, id)), () -> name + " never online");
      for (int round = 0; round < rounds; round++) {
        String which = name + ", round " + round;
        CLOCK.sleep(Duration.ofMillis(random.nextInt(600)));
        line.unplug();
        assertTrue(within(NOTICED, () -> !online(board, id)), () -> "not noticed: " + which);
        CLOCK.sleep(Duration.ofMillis(random.nextInt(400)));
        line.plugIn();
        assertTrue(within(BACK, () -> online(board, id)), () -> "not back: " + which);
      }
    }
    return rounds;
  }

  private static boolean online(StatusBoard board, DeviceId id) {
    return board.of(id).filter(status -> status.state() == DeviceState.ONLINE).isPresent();
  }

  private static boolean within(Duration limit, BooleanSupplier holds) {
    return Patience.of(limit, CLOCK).until(Duration.ofMillis(20), holds);
  }

  private static int openFiles() {
    String[] open = Path.of("/proc/self/fd").toFile().list();
    return open == null ? 0 : open.length;
  }
}
