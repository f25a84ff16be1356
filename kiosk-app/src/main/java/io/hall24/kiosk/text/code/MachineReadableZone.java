package io.hall24.kiosk.text.code;

import io.hall24.device.lds.ZoneChecks;
import java.util.List;

/** The machine readable zone of a travel document or card (ICAO Doc 9303), sizes TD1 to TD3. */
public final class MachineReadableZone {
  private MachineReadableZone() {}

  /** Checks the zone; line breaks between its lines are ignored. */
  public static CodeVerdict check(String text) {
    return CodeVerdict.of(
        ZoneChecks.of(text).stream().map(MachineReadableZone::fault).toList(), List.of());
  }

  private static CodeFault fault(ZoneChecks.Fault fault) {
    return switch (fault) {
      case ZoneChecks.Fault.Length(var expected, var found) ->
          new CodeFault.WrongLength(expected, found);
      case ZoneChecks.Fault.Stranger(var position) -> new CodeFault.ForbiddenCharacter(position);
      case ZoneChecks.Fault.Digit(var field, var position, var expected, var found) ->
          new CodeFault.WrongCheckCharacter(field, position, expected, found);
      case ZoneChecks.Fault.Day(var field, var position) ->
          new CodeFault.ImpossibleDate(field, position);
    };
  }
}
