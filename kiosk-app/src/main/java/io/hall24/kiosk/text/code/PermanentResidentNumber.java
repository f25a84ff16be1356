package io.hall24.kiosk.text.code;

import io.hall24.device.lds.ZoneChecks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of a foreigner's permanent residence: 18 digits that begin with 9 on the card of 2023,
 * three letters of nationality and twelve digits on the card of 2017. The split of the older one
 * (nationality, four digits of a region, birth as {@code yyMMdd}, a running digit, a check digit by
 * weights 7, 3, 1) fits the sample that was published; no standard text was at hand.
 */
public final class PermanentResidentNumber {
  private static final int OLDER = 15;
  private static final int NEWER = 18;
  private static final int LETTERS = 3;
  private static final int BIRTH = 7;

  private PermanentResidentNumber() {}

  /**
   * Checks a number.
   *
   * @param today the last day on which a holder can have been born
   */
  public static CodeVerdict check(String number, LocalDate today) {
    return switch (number.length()) {
      case NEWER ->
          number.charAt(0) == '9'
              ? ResidentIdNumber.check(number, today)
              : new CodeVerdict.Invalid(List.of(new CodeFault.ForbiddenCharacter(1)));
      case OLDER -> older(number);
      default ->
          new CodeVerdict.Invalid(
              List.of(new CodeFault.WrongLength(OLDER + " or " + NEWER, number.length())));
    };
  }

  private static CodeVerdict older(String number) {
    List<CodeFault> faults = new ArrayList<>();
    for (int i = 0; i < OLDER; i++) {
      char c = number.charAt(i);
      boolean fits = i < LETTERS ? c >= 'A' && c <= 'Z' : c >= '0' && c <= '9';
      if (!fits) {
        faults.add(new CodeFault.ForbiddenCharacter(i + 1));
      }
    }
    if (faults.isEmpty()) {
      char expected = ZoneChecks.digit(number.substring(0, OLDER - 1));
      char found = number.charAt(OLDER - 1);
      if (expected != found) {
        faults.add(new CodeFault.WrongCheckCharacter("number", OLDER, expected, found));
      }
      if (!isDay(number.substring(BIRTH, BIRTH + 6))) {
        faults.add(new CodeFault.ImpossibleDate("date of birth", BIRTH + 1));
      }
    }
    return CodeVerdict.of(faults, List.of());
  }

  /** Without a century: 2000 had the 29 February that 1900 had not. */
  private static boolean isDay(String yymmdd) {
    try {
      var _ =
          LocalDate.of(
              2000 + Integer.parseInt(yymmdd.substring(0, 2)),
              Integer.parseInt(yymmdd.substring(2, 4)),
              Integer.parseInt(yymmdd.substring(4)));
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
