package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.Consumable;
import io.hall24.device.DepositSlot;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A slot into which {@code do drop} drops something while its shutter is open. */
final class SimulatedDepositSlot extends StagedDevice implements DepositSlot {
  private static final String SHUTTER = "shutter-open";

  SimulatedDepositSlot(DeviceId id, Path socket) {
    super(id, socket, new Stage(Map.of(SHUTTER, "false", "count", "0", "bin", BinLevel.OK.name())));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.DEPOSIT_SLOT;
  }

  @Override
  String describe() {
    return now().toString();
  }

  @Override
  public Attempt<DepositReport> report(Patience patience) {
    return answering(patience, () -> Attempt.done(now()));
  }

  @Override
  public Attempt<DepositReport> awaitDeposit(Patience patience) {
    return answering(
        patience,
        () -> {
          if (!now().bin().takesMore()) {
            return Attempt.failed(new DeviceFailure.UserError("the bin takes nothing more"));
          }
          stage().forget();
          stage().set(SHUTTER, true);
          try {
            return awaiting(patience, "nothing was put in", this::dropped);
          } finally {
            stage().set(SHUTTER, false);
          }
        });
  }

  private Optional<DepositReport> dropped() {
    return stage()
        .take("drop")
        .map(nothingMore -> {
          stage().set("count", stage().number("count") + 1);
          stage().set(SHUTTER, false);
          return now();
        });
  }

  private DepositReport now() {
    return new DepositReport(
        stage().flag(SHUTTER), stage().number("count"), BinLevel.valueOf(stage().get("bin")));
  }

  @Override
  public List<Consumable> consumables() {
    DepositReport now = now();
    return List.of(new Consumable.Bin("deposit-bin", now.bin(), OptionalInt.of(now.count())));
  }
}
