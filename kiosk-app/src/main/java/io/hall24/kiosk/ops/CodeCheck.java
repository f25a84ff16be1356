package io.hall24.kiosk.ops;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.code.CodeFault;
import io.hall24.kiosk.identity.code.CodeVerdict;
import io.hall24.kiosk.identity.code.MachineReadableZone;
import io.hall24.kiosk.identity.code.ResidentIdNumber;
import io.hall24.kiosk.identity.code.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** What {@code check-code} does: whether a code can be right, and else what is wrong with it. */
public final class CodeCheck {
  /** No citizen is born later than today in the easternmost place of use. */
  private final HallClock clock;

  public CodeCheck(HallClock clock) {
    this.clock = clock;
  }

  /** The kinds of code, by their names on the command line. */
  public enum Kind {
    USCC("uscc"),
    RESIDENT_ID("resident-id"),
    MRZ("mrz");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is typed. */
    public String word() {
      return word;
    }

    /** The kind of a typed word. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  /** Checks one code as it stands. */
  public CodeVerdict check(Kind kind, String value) {
    return switch (kind) {
      case USCC -> UnifiedSocialCreditCode.check(value);
      case RESIDENT_ID ->
          ResidentIdNumber.check(value, LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE));
      case MRZ -> MachineReadableZone.check(value);
    };
  }

  /** A fault in words, for the command line; never repeats the code itself. */
  public static String explain(CodeFault fault) {
    return switch (fault) {
      case CodeFault.WrongLength(var expected, var found) ->
          found + " characters instead of " + expected;
      case CodeFault.ForbiddenCharacter(var position) ->
          "character " + position + " does not belong there";
      case CodeFault.WrongCheckCharacter(var field, var position, var expected, var found) ->
          "check character "
              + position
              + " of the "
              + field
              + " is "
              + found
              + ", should be "
              + expected;
      case CodeFault.ImpossibleDate(var field, var position) ->
          field + " at " + position + " is not in the calendar";
      case CodeFault.FutureDate(var field, var position) ->
          field + " at " + position + " is yet to come";
      case CodeFault.UnknownValue(var field, var position) ->
          field + " at " + position + " is not known";
    };
  }
}
