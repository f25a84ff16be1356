package io.hall24.kiosk.app;

import io.hall24.kiosk.identity.Route;
import io.hall24.kiosk.journey.CoSigning;
import io.hall24.kiosk.ops.staff.Claim;
import io.hall24.kiosk.ops.staff.Duty;
import io.hall24.kiosk.ops.staff.Entry;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clerks prove who they are by the credentials of staff: PIN and one-time code.
 *
 * @param register of credentials
 */
record CoSigningDesk(StaffRegister register) implements CoSigning {
  private static final Logger LOG = LoggerFactory.getLogger(CoSigningDesk.class);

  @Override
  public Outcome sign(Credential credential) {
    char[] number = credential.number().digits();
    char[] digits = credential.pin().digits();
    char[] code = credential.code().digits();
    try (Pin pin = Pin.of(digits)) {
      var claim = new Claim(new String(number), pin, Optional.of(new String(code)));
      return outcome(register.enter(claim, Duty.CO_SIGN));
    } finally {
      Arrays.fill(digits, '\0');
      Arrays.fill(code, '\0');
    }
  }

  private static Outcome outcome(Entry entry) {
    return switch (entry) {
      case Entry.Admitted(var member) ->
          new Outcome.Signed(
              new Route.Clerk(
                  member.number(), Set.of(Route.Factor.PIN, Route.Factor.ONE_TIME_CODE)));
      case Entry.Refused _ -> new Outcome.NotSigned(Why.WRONG);
      case Entry.LockedOut _ -> new Outcome.NotSigned(Why.LOCKED_OUT);
      case Entry.NotAllowed _ -> new Outcome.NotSigned(Why.NOT_ALLOWED);
      case Entry.Unavailable(var detail) -> {
        LOG.warn("co-signature: {}", detail);
        yield new Outcome.NotSigned(Why.UNAVAILABLE);
      }
    };
  }
}
