package io.hall24.kiosk.app;

import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ui.Words;
import java.security.SecureRandom;

/**
 * The technician of a demonstration: gets a random PIN at each start, which is told once.
 *
 * @param number their staff number
 * @param pin their PIN
 */
record DemoStaff(int number, String pin) {
  private static final StaffName NAME = new StaffName("demo-technician");

  static DemoStaff of(Terminal terminal) throws CannotOpen {
    try (Pin pin = Pin.random(new SecureRandom())) {
      return switch (terminal.staff().set(NAME, Role.TECHNICIAN, pin)) {
        case CredentialChange.Changed(var member) ->
            new DemoStaff(member.number(), new String(pin.digits()));
        case CredentialChange other ->
            throw new CannotOpen("no technician for the demonstration: " + other, "start it anew");
      };
    }
  }

  /** How they get in, for the operator. */
  Words words() {
    return Words.of("maintenance.demo", number, pin);
  }

  /** Tells nothing by accident. */
  @Override
  public String toString() {
    return "DemoStaff " + number;
  }
}
