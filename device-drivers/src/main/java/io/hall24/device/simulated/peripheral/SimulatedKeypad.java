package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Keypad;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Keys that {@code do press UP} presses. */
final class SimulatedKeypad extends StagedDevice implements Keypad {
  private final HallClock clock;

  SimulatedKeypad(DeviceId id, Path socket, HallClock clock) {
    super(id, socket, new Stage(Map.of()));
    this.clock = clock;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.KEYPAD;
  }

  @Override
  String describe() {
    return "simulated keypad";
  }

  @Override
  public Attempt<KeyPress> awaitKey(Patience patience) {
    return awaiting(
        patience, "no key was pressed", () -> stage().take("press").flatMap(this::pressed));
  }

  private Optional<KeyPress> pressed(String name) {
    return Arrays.stream(Key.values())
        .filter(key -> key.name().equals(name))
        .findFirst()
        .map(key -> new KeyPress(key, clock.nanoTime()));
  }
}
