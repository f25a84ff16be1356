package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PresenterReport;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Exit sensor, flap, retraction and bin on a board. */
final class RelayPresenter extends RelayDevice implements OutputPresenter {
  private static final Duration FLAP_MOVES = Duration.ofSeconds(2);
  private static final Duration SHEET_MOVES = Duration.ofSeconds(5);

  private final Wiring wiring;
  private int retracted;
  private BinLevel bin = BinLevel.UNKNOWN;
  private boolean flapSetOpen;

  /**
   * What hangs where.
   *
   * @param sheet input that is on while a sheet lies in the output
   * @param flap output that unlocks and opens it
   * @param flapOpen input that is on while it stands open
   * @param retract output of the motor that moves the sheet into the bin
   * @param binFull input that is on while the bin is full
   * @param binThere input that is on while the bin is in its place
   * @param retracted counter of the bin's light barrier
   */
  record Wiring(
      int sheet,
      OptionalInt flap,
      OptionalInt flapOpen,
      OptionalInt retract,
      OptionalInt binFull,
      OptionalInt binThere,
      OptionalInt retracted) {}

  RelayPresenter(DeviceId id, Board.Address address, Wiring wiring, HallClock clock) {
    super(id, DeviceKind.OUTPUT_PRESENTER, address, clock);
    this.wiring = wiring;
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> present = EnumSet.of(Feature.EXIT_SENSOR, Feature.TAKEN_SENSOR);
    wiring.flap().ifPresent(_ -> present.add(Feature.FLAP));
    wiring.retract().ifPresent(_ -> present.add(Feature.RETRACTION));
    wiring.binFull().ifPresent(_ -> present.add(Feature.RETRACT_BIN_LEVEL));
    return Capabilities.with(DeviceKind.OUTPUT_PRESENTER, present);
  }

  @Override
  public List<Consumable> consumables() {
    return List.of(new Consumable.Bin("retract-bin", bin, OptionalInt.of(retracted)));
  }

  @Override
  Attempt<String> look(Patience patience) {
    return report(patience).map(PresenterReport::toString);
  }

  @Override
  public Attempt<PresenterReport> report(Patience patience) {
    return then(
        input(wiring.sheet(), patience),
        sheet ->
            then(
                input(wiring.flapOpen(), flapSetOpen || wiring.flap().isEmpty(), patience),
                flap -> bin(patience).map(_ -> seen(sheet, flap))));
  }

  private Attempt<Integer> bin(Patience patience) {
    return then(
        input(wiring.binThere(), true, patience),
        there ->
            then(
                input(wiring.binFull(), false, patience),
                full -> {
                  bin = level(there, full);
                  return counter(wiring.retracted(), retracted, patience)
                      .map(count -> retracted = count);
                }));
  }

  private BinLevel level(boolean there, boolean full) {
    if (!there) {
      return BinLevel.MISSING;
    }
    if (full) {
      return BinLevel.FULL;
    }
    return wiring.binFull().isPresent() ? BinLevel.OK : BinLevel.UNKNOWN;
  }

  private PresenterReport seen(boolean sheet, boolean flap) {
    return new PresenterReport(sheet, flap, retracted, bin);
  }

  @Override
  public Attempt<PresenterReport> present(Patience patience) {
    return then(
        report(patience),
        now -> {
          if (!now.sheetPresent() || wiring.flap().isEmpty()) {
            return Attempt.done(now);
          }
          return then(flap(true, patience), _ -> moved(true, patience));
        });
  }

  private Attempt<Boolean> flap(boolean open, Patience patience) {
    if (wiring.flap().isEmpty()) {
      return Attempt.done(open);
    }
    return set(wiring.flap().getAsInt(), open, patience).map(done -> flapSetOpen = done);
  }

  /** A flap whose own contact does not confirm it is stuck. */
  private Attempt<PresenterReport> moved(boolean open, Patience patience) {
    Patience moving = Patience.part(patience, FLAP_MOVES);
    Attempt<PresenterReport> moved =
        until(moving, "the flap moves", this::report, now -> now.flapOpen() == open);
    return moved instanceof Attempt.Failed<PresenterReport>(DeviceFailure.TimedOut _)
            && !patience.isOver()
        ? Attempt.failed(
            new DeviceFailure.HardwareError("the flap does not " + (open ? "open" : "close")))
        : moved;
  }

  @Override
  public Attempt<PresenterReport> awaitTaken(Patience patience) {
    return then(
        until(patience, "the sheet was not taken", this::report, now -> !now.sheetPresent()),
        _ -> then(flap(false, briefly()), _ -> report(briefly())));
  }

  @Override
  public Attempt<PresenterReport> retract(Patience patience) {
    if (wiring.retract().isEmpty()) {
      return Attempt.failed(new DeviceFailure.UserError("nothing here can retract a sheet"));
    }
    int motor = wiring.retract().getAsInt();
    return then(
        flap(false, patience),
        _ ->
            then(
                report(patience),
                before ->
                    before.sheetPresent() ? pull(motor, before, patience) : report(patience)));
  }

  private Attempt<PresenterReport> pull(int motor, PresenterReport before, Patience patience) {
    Patience moving = Patience.part(patience, SHEET_MOVES);
    Attempt<PresenterReport> pulled =
        then(
            set(motor, true, patience),
            _ -> until(moving, "the sheet moves", this::report, now -> !now.sheetPresent()));
    Attempt<Boolean> stopped = setAtLast(motor, false);
    if (stopped instanceof Attempt.Failed<Boolean>(var failure)) {
      return Attempt.failed(new DeviceFailure.AnswerLost(failure.detail()));
    }
    if (pulled instanceof Attempt.Failed<PresenterReport>(DeviceFailure.TimedOut _)) {
      return Attempt.failed(new DeviceFailure.HardwareError("the sheet is stuck in the output"));
    }
    if (wiring.retracted().isEmpty() && pulled instanceof Attempt.Done<PresenterReport>) {
      retracted = before.binCount() + 1;
    }
    return then(pulled, _ -> report(briefly()));
  }
}
