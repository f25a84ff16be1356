package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DepositSlot;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A slot whose light barrier counts what falls into the bin. */
final class RelayDepositSlot extends RelayDevice implements DepositSlot {
  private final Wiring wiring;
  private BinLevel bin = BinLevel.UNKNOWN;
  private OptionalInt count = OptionalInt.empty();
  private boolean shutterOpen;

  /**
   * What hangs where.
   *
   * @param fallen counter of the light barrier
   * @param shutter output that opens it
   * @param binFull input that is on while the bin is full
   */
  record Wiring(int fallen, OptionalInt shutter, OptionalInt binFull) {}

  RelayDepositSlot(DeviceId id, Board.Address address, Wiring wiring, HallClock clock) {
    super(id, DeviceKind.DEPOSIT_SLOT, address, clock);
    this.wiring = wiring;
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> present = EnumSet.of(Feature.DEPOSIT_SENSOR);
    if (wiring.shutter().isPresent()) {
      present.add(Feature.DEPOSIT_SHUTTER);
    }
    if (wiring.binFull().isPresent()) {
      present.add(Feature.DEPOSIT_BIN_LEVEL);
    }
    return Capabilities.with(DeviceKind.DEPOSIT_SLOT, present);
  }

  @Override
  public List<Consumable> consumables() {
    return List.of(new Consumable.Bin("deposit-bin", bin, count));
  }

  @Override
  Attempt<String> look(Patience patience) {
    return report(patience).map(DepositReport::toString);
  }

  @Override
  public Attempt<DepositReport> report(Patience patience) {
    return then(
        input(wiring.binFull(), false, patience),
        full ->
            counter(OptionalInt.of(wiring.fallen()), 0, patience)
                .map(fallen -> seen(full, fallen)));
  }

  private DepositReport seen(boolean full, int fallen) {
    bin = full ? BinLevel.FULL : wiring.binFull().isPresent() ? BinLevel.OK : BinLevel.UNKNOWN;
    count = OptionalInt.of(fallen);
    return new DepositReport(shutterOpen || wiring.shutter().isEmpty(), fallen, bin);
  }

  @Override
  public Attempt<DepositReport> awaitDeposit(Patience patience) {
    return then(
        report(patience),
        before ->
            before.bin().takesMore()
                ? deposit(before, patience)
                : Attempt.failed(new DeviceFailure.UserError("the bin takes nothing more")));
  }

  private Attempt<DepositReport> deposit(DepositReport before, Patience patience) {
    Attempt<Boolean> opened = shutter(true, patience);
    Attempt<DepositReport> fallen =
        then(
            opened,
            _ ->
                until(
                    patience,
                    "nothing was put in",
                    this::report,
                    now -> now.count() != before.count()));
    Attempt<Boolean> closed = shutter(false, briefly());
    return switch (closed) {
      case Attempt.Failed<Boolean>(var failure) when fallen instanceof Attempt.Done<?> ->
          Attempt.failed(new DeviceFailure.AnswerLost(failure.detail()));
      case Attempt.Done<Boolean> _, Attempt.Failed<Boolean> _ ->
          fallen.map(now -> new DepositReport(shutterOpen, now.count(), now.bin()));
    };
  }

  private Attempt<Boolean> shutter(boolean open, Patience patience) {
    if (wiring.shutter().isEmpty()) {
      return Attempt.done(open);
    }
    Attempt<Boolean> moved = set(wiring.shutter().getAsInt(), open, patience);
    shutterOpen = open && moved instanceof Attempt.Done<Boolean>;
    return moved;
  }
}
