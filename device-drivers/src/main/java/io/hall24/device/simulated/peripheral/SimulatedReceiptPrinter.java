package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.Slip;
import io.hall24.device.SupplyLevel;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A roll that {@code set paper OUT} takes out; {@code get slips} counts what was printed. */
final class SimulatedReceiptPrinter extends StagedDevice implements ReceiptPrinter {
  SimulatedReceiptPrinter(DeviceId id, Path socket) {
    super(id, socket, new Stage(Map.of("paper", SupplyLevel.FULL.name(), "slips", "0")));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.RECEIPT_PRINTER;
  }

  @Override
  String describe() {
    return "paper " + stage().get("paper");
  }

  @Override
  public Attempt<RollReport> report(Patience patience) {
    return answering(patience, () -> Attempt.done(now()));
  }

  @Override
  public Attempt<RollReport> print(Slip slip, Patience patience) {
    return answering(
        patience,
        () -> {
          if (!now().ready()) {
            return Attempt.failed(new DeviceFailure.UserError("paper " + now().paper()));
          }
          stage().set("slips", stage().number("slips") + 1);
          return Attempt.done(now());
        });
  }

  private RollReport now() {
    return new RollReport(SupplyLevel.valueOf(stage().get("paper")), Set.of());
  }

  @Override
  public List<Consumable> consumables() {
    return List.of(new Consumable.Supply("paper", now().paper(), OptionalInt.empty()));
  }
}
