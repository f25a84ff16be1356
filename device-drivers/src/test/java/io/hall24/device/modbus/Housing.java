package io.hall24.device.modbus;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.simulated.modbus.ModbusMachine;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A housing whose parts hang on one simulated board: which number is what, and what moves what. */
final class Housing implements AutoCloseable {
  static final int SHEET = 0;
  static final int FLAP_OPEN = 1;
  static final int RETRACT_BIN_FULL = 2;
  static final int RETRACT_BIN_THERE = 3;
  static final int DOOR_CLOSED = 4;
  static final int UNTOUCHED = 5;
  static final int DEPOSIT_BIN_FULL = 6;
  static final int FLAP = 0;
  static final int RETRACT = 1;
  static final int SHUTTER = 2;
  static final int CAMERA_LIGHT = 3;
  static final int RETRACTED = 0;
  static final int FALLEN = 1;
  static final int OPENINGS = 2;

  final ModbusMachine board = new ModbusMachine(1);
  final SimulatedLine line;
  private final Path port;
  private volatile boolean stuck;

  Housing(Path directory) throws IOException {
    port = directory.resolve("board");
    board.input(RETRACT_BIN_THERE, true);
    board.input(DOOR_CLOSED, true);
    board.input(UNTOUCHED, true);
    board.wire(this::move);
    line = SimulatedLine.plugIn(port, board, HallClock.system());
  }

  private void move(int output, boolean on) {
    if (stuck) {
      return;
    }
    if (output == FLAP) {
      board.input(FLAP_OPEN, on);
    }
    if (output == RETRACT && on) {
      board.input(SHEET, false);
      board.count(RETRACTED);
    }
  }

  Path port() {
    return port;
  }

  /** Nothing moves any more. */
  void jam() {
    stuck = true;
  }

  static Map<String, String> wiring(String driver, Path port) {
    Map<String, String> settings =
        new HashMap<>(
            switch (driver) {
              case "relay-output-presenter" ->
                  Map.of(
                      "sheet-input", "0",
                      "flap-output", "0",
                      "flap-open-input", "1",
                      "retract-output", "1",
                      "bin-full-input", "2",
                      "bin-there-input", "3",
                      "retracted-counter", "0");
              case "relay-door-contact" ->
                  Map.of("closed-input", "4", "untouched-input", "5", "openings-counter", "2");
              case "relay-deposit-slot" ->
                  Map.of("fallen-counter", "1", "shutter-output", "2", "bin-full-input", "6");
              default -> Map.of("camera-output", "3");
            });
    settings.put("port", port.toString());
    return settings;
  }

  <D extends Device> D device(DeviceDriver driver, Class<D> type) {
    return type.cast(
        driver.create(
            new DeviceId("relay"),
            driver.settings().resolve(wiring(driver.name(), port)),
            HallClock.system()));
  }

  @Override
  public void close() {
    line.close();
  }
}
