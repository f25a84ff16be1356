package io.hall24.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DoorContact;
import io.hall24.device.DoorContact.DoorReport;
import io.hall24.device.StatusLights;
import io.hall24.device.StatusLights.Light;
import io.hall24.device.StatusLights.Shine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers against a Modbus RTU server that is not ours: pymodbus of the distribution. */
@Tag("fault")
final class ModbusCounterpartTest {
  private static final HallClock CLOCK = HallClock.system();

  /**
   * A pymodbus server on one pseudo-terminal, tied to another, which the driver opens. Output 3
   * (the camera's light) also opens the door: input 4 is what the output is not.
   */
  private static final String SERVER =
      """
      import os, pty, sys, threading, tty
      from pymodbus.datastore import ModbusSequentialDataBlock, ModbusSlaveContext, ModbusServerContext
      from pymodbus.server import StartSerialServer
      from pymodbus.transaction import ModbusRtuFramer

      ours, theirs = pty.openpty(), pty.openpty()
      for end in ours + theirs:
          tty.setraw(end)

      def carry(source, target):
          while True:
              os.write(target, os.read(source, 256))

      for source, target in ((ours[0], theirs[0]), (theirs[0], ours[0])):
          threading.Thread(target=carry, args=(source, target), daemon=True).start()

      inputs = ModbusSequentialDataBlock(0, [True] * 16)
      counters = ModbusSequentialDataBlock(0, [7] * 8)

      class Lamps(ModbusSequentialDataBlock):
          def setValues(self, address, values):
              super().setValues(address, values)
              if address == 3:
                  inputs.setValues(4, [not values[0]])

      slave = ModbusSlaveContext(di=inputs, co=Lamps(0, [False] * 16), ir=counters, zero_mode=True)
      os.symlink(os.ttyname(ours[1]), sys.argv[1])
      StartSerialServer(context=ModbusServerContext(slaves=slave), framer=ModbusRtuFramer,
                        port=os.ttyname(theirs[1]), baudrate=9600, timeout=0.005)
      """;

  @TempDir Path directory;

  private Process server() throws IOException {
    Path script = Files.writeString(directory.resolve("server.py"), SERVER);
    return new ProcessBuilder("/usr/bin/python3", script.toString(), port().toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("server.log").toFile())
        .start();
  }

  private Path port() {
    return directory.resolve("board");
  }

  private <D> D device(DeviceDriver driver, Class<D> type, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(Housing.wiring(driver.name(), port()));
    settings.putAll(more);
    return type.cast(
        driver.create(new DeviceId("relay"), driver.settings().resolve(settings), CLOCK));
  }

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(2), CLOCK);
  }

  private static boolean within(int seconds, BooleanSupplier holds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK).until(Duration.ofMillis(50), holds);
  }

  @Test
  void switchesReadsAndCountsOnAServerOfSomebodyElse() throws Exception {
    Process server = server();
    try {
      var door = device(new RelayDriver.Door(), DoorContact.class, Map.of());
      var lights = device(new RelayDriver.Lights(), StatusLights.class, Map.of());
      assertTrue(
          within(20, () -> door.open(patience()) instanceof Attempt.Done<String>),
          () -> "no board: " + log());
      assertInstanceOf(Attempt.Done.class, lights.open(patience()));
      assertEquals(Attempt.done(new DoorReport(false, false, 7)), door.report(patience()));

      assertEquals(
          Attempt.done(Map.of(Light.CAMERA, Shine.STEADY)),
          lights.show(Map.of(Light.CAMERA, Shine.STEADY), patience()));
      assertEquals(
          Attempt.done(new DoorReport(true, false, 7)),
          door.awaitOtherThan(new DoorReport(false, false, 7), patience()));

      var beyond = device(new RelayDriver.Door(), DoorContact.class, Map.of("closed-input", "700"));
      assertInstanceOf(Attempt.Done.class, beyond.open(patience()));
      assertInstanceOf(
          DeviceFailure.HardwareError.class,
          assertInstanceOf(Attempt.Failed.class, beyond.report(patience())).failure());
      beyond.close();
      lights.close();
      door.close();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void killedServerIsNoticedAndUsedAgain() throws Exception {
    Process first = server();
    var door = device(new RelayDriver.Door(), DoorContact.class, Map.of());
    Process second = first;
    try {
      assertTrue(within(20, () -> door.open(patience()) instanceof Attempt.Done<String>));
      first.destroyForcibly().waitFor();
      assertTrue(
          within(2, () -> door.probe(patience()) instanceof Attempt.Failed<String>), "not noticed");
      Files.delete(port());
      second = server();
      assertTrue(within(20, () -> Files.exists(port())), "no second server");
      assertTrue(
          within(
              5,
              () -> {
                door.close();
                return door.open(patience()) instanceof Attempt.Done<String>;
              }),
          "not back");
      door.close();
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("server.log"));
    } catch (IOException none) {
      return none.toString();
    }
  }
}
