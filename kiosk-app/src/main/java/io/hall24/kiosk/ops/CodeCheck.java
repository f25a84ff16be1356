package io.hall24.kiosk.ops;

import io.hall24.config.HallTime;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.text.code.CodeVerdict;
import io.hall24.kiosk.text.code.MachineReadableZone;
import io.hall24.kiosk.text.code.PermanentResidentNumber;
import io.hall24.kiosk.text.code.ResidentIdNumber;
import io.hall24.kiosk.text.code.UnifiedSocialCreditCode;
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
    PERMANENT_RESIDENT("permanent-resident"),
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
      case PERMANENT_RESIDENT ->
          PermanentResidentNumber.check(
              value, LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE));
      case MRZ -> MachineReadableZone.check(value);
    };
  }
}
