package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.DoorContact;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A door that {@code set open true} opens and {@code set tampered true} shakes. */
final class SimulatedDoor extends StagedDevice implements DoorContact {
  private boolean wasOpen;

  SimulatedDoor(DeviceId id, Path socket) {
    super(id, socket, new Stage(Map.of("open", "false", "tampered", "false", "openings", "0")));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.DOOR_CONTACT;
  }

  @Override
  String describe() {
    return now().open() ? "door open" : "door closed";
  }

  @Override
  public Attempt<DoorReport> report(Patience patience) {
    return answering(patience, () -> Attempt.done(now()));
  }

  @Override
  public Attempt<DoorReport> awaitOtherThan(DoorReport known, Patience patience) {
    return awaiting(
        patience,
        "the door stayed as it was",
        () -> Optional.of(now()).filter(now -> !now.equals(known)));
  }

  private DoorReport now() {
    boolean open = stage().flag("open");
    if (open && !wasOpen) {
      stage().set("openings", stage().number("openings") + 1);
    }
    wasOpen = open;
    return new DoorReport(open, stage().flag("tampered"), stage().number("openings"));
  }

  @Override
  public void close() {
    stage().set("tampered", false);
    super.close();
  }
}
