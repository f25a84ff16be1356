package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.ScriptedClerk;
import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffMember;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ops.staff.TokenChange;
import io.hall24.kiosk.ui.Words;
import java.security.SecureRandom;

/**
 * The staff of a demonstration: a technician and a clerk, who get random PINs at each start, which
 * are told once.
 *
 * @param technician their staff number
 * @param technicianPin their PIN
 * @param clerk confirms people without a face comparison
 */
record DemoStaff(int technician, String technicianPin, ScriptedClerk clerk) {
  private static final StaffName TECHNICIAN = new StaffName("demo-technician");
  private static final StaffName CLERK = new StaffName("demo-clerk");

  /** Somebody new, or with a new PIN. */
  private record Hired(StaffMember member, String pin) {}

  static DemoStaff of(Terminal terminal, HallClock clock) throws CannotOpen {
    Hired technician = hired(terminal, TECHNICIAN, Role.TECHNICIAN);
    return new DemoStaff(technician.member().number(), technician.pin(), clerk(terminal, clock));
  }

  /** A clerk with a token. */
  static ScriptedClerk clerk(Terminal terminal, HallClock clock) throws CannotOpen {
    Hired clerk = hired(terminal, CLERK, Role.CLERK);
    return switch (terminal.staff().giveToken(CLERK)) {
      case TokenChange.Given(var member, var secret) ->
          new ScriptedClerk(member.number(), clerk.pin(), secret, clock);
      case TokenChange other -> throw none(other);
    };
  }

  private static Hired hired(Terminal terminal, StaffName name, Role role) throws CannotOpen {
    try (Pin pin = Pin.random(new SecureRandom())) {
      return switch (terminal.staff().set(name, role, pin)) {
        case CredentialChange.Changed(var member) -> new Hired(member, new String(pin.digits()));
        case CredentialChange other -> throw none(other);
      };
    }
  }

  private static CannotOpen none(Object why) {
    return new CannotOpen("no staff for the demonstration: " + why, "start it anew");
  }

  /** How they get in, for the operator. */
  Words words() {
    return Words.of("maintenance.demo", technician, technicianPin);
  }

  /** How the clerk confirms somebody, now. */
  Words clerkWords() {
    return Words.of("maintenance.demo.clerk", clerk.number(), clerk.pin(), clerk.code());
  }

  /** Tells nothing by accident. */
  @Override
  public String toString() {
    return "DemoStaff " + technician;
  }
}
