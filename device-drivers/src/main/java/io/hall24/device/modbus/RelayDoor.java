package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.DoorContact;
import io.hall24.device.Feature;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.util.OptionalInt;

/** Contacts of the housing on a board. A cut wire reads as an open door. */
final class RelayDoor extends RelayDevice implements DoorContact {
  private final Wiring wiring;
  private boolean tampered;
  private boolean wasOpen;
  private int openings;

  /**
   * What hangs where.
   *
   * @param closed input that is on while the door is closed
   * @param untouched input that is on while nobody tampers
   * @param openings counter of the door's openings
   */
  record Wiring(int closed, OptionalInt untouched, OptionalInt openings) {}

  RelayDoor(DeviceId id, Board.Address address, Wiring wiring, HallClock clock) {
    super(id, DeviceKind.DOOR_CONTACT, address, clock);
    this.wiring = wiring;
  }

  @Override
  public Capabilities capabilities() {
    return wiring.untouched().isPresent()
        ? Capabilities.COMPLETE
        : Capabilities.without(Feature.TAMPER_CONTACT);
  }

  @Override
  Attempt<String> look(Patience patience) {
    return report(patience)
        .map(now ->
            (now.open() ? "door open" : "door closed") + (now.tampered() ? ", tampered" : ""));
  }

  @Override
  public Attempt<DoorReport> report(Patience patience) {
    return then(
        input(wiring.closed(), patience),
        closed ->
            then(
                input(wiring.untouched(), true, patience),
                untouched ->
                    counter(wiring.openings(), counted(!closed), patience)
                        .map(count -> seen(!closed, !untouched, count))));
  }

  private int counted(boolean open) {
    if (open && !wasOpen) {
      openings++;
    }
    wasOpen = open;
    return openings;
  }

  private DoorReport seen(boolean open, boolean touched, int count) {
    tampered |= touched;
    return new DoorReport(open, tampered, count);
  }

  @Override
  public Attempt<DoorReport> awaitOtherThan(DoorReport known, Patience patience) {
    return until(patience, "the door stayed as it was", this::report, now -> !now.equals(known));
  }

  @Override
  public void close() {
    tampered = false;
    super.close();
  }
}
