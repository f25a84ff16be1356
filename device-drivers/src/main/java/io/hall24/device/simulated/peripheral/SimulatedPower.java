package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.PowerSource;
import io.hall24.device.SupplyLevel;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Mains and battery: {@code set mains false} cuts the power, {@code set charge 9} empties the
 * battery; below {@code low} percent it is low.
 */
final class SimulatedPower extends StagedDevice implements PowerSource {
  private static final int SECONDS_PER_PERCENT = 12;

  SimulatedPower(DeviceId id, Path socket) {
    super(
        id,
        socket,
        new Stage(Map.of("mains", "true", "charge", "100", "low", "30", "replace", "false")));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.POWER_SOURCE;
  }

  @Override
  String describe() {
    return (stage().flag("mains") ? "mains" : "battery")
        + ", charge "
        + stage().get("charge")
        + " %";
  }

  @Override
  public Attempt<PowerReport> report(Patience patience) {
    return answering(patience, () -> Attempt.done(now()));
  }

  private PowerReport now() {
    int charge = stage().number("charge");
    return new PowerReport(
        stage().flag("mains") ? Feed.MAINS : Feed.BATTERY,
        charge < stage().number("low"),
        OptionalInt.of(charge),
        Optional.of(Duration.ofSeconds((long) charge * SECONDS_PER_PERCENT)),
        stage().flag("replace"));
  }

  @Override
  public List<Consumable> consumables() {
    PowerReport now = now();
    return List.of(
        new Consumable.Supply(
            "battery", now.low() ? SupplyLevel.LOW : SupplyLevel.FULL, now.charge()));
  }
}
