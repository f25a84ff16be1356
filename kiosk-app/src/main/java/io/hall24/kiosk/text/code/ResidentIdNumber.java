package io.hall24.kiosk.text.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The citizen identity number of GB 11643-1999. Residence permits of Hong Kong, Macao and Taiwan
 * residents (81, 82, 83) and the foreign permanent resident's card of 2023 (first digit 9) use the
 * same form.
 */
public final class ResidentIdNumber {
  private static final int LENGTH = 18;
  private static final String DIGITS = "0123456789";
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final List<Integer> WEIGHTS =
      List.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);

  /** The first two digits of GB/T 2260, and those of the residence permits. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  private ResidentIdNumber() {}

  /**
   * Checks a number.
   *
   * @param today the last day on which a holder can have been born
   */
  public static CodeVerdict check(String number, LocalDate today) {
    if (number.length() != LENGTH) {
      return new CodeVerdict.Invalid(
          List.of(new CodeFault.WrongLength(Integer.toString(LENGTH), number.length())));
    }
    List<CodeFault> faults =
        new ArrayList<>(CodeFault.outside(DIGITS, number.substring(0, LENGTH - 1)));
    if (CHECK_CHARACTERS.indexOf(number.charAt(LENGTH - 1)) < 0) {
      faults.add(new CodeFault.ForbiddenCharacter(LENGTH));
    }
    if (!faults.isEmpty()) {
      return new CodeVerdict.Invalid(faults);
    }
    char expected = checkCharacter(number);
    char found = number.charAt(LENGTH - 1);
    if (expected != found) {
      faults.add(new CodeFault.WrongCheckCharacter("number", LENGTH, expected, found));
    }
    faults.addAll(birthFaults(number, today));
    return CodeVerdict.of(faults, warnings(number));
  }

  /** ISO 7064, MOD 11-2. */
  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.size(); i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS.get(i);
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  private static List<CodeFault> birthFaults(String number, LocalDate today) {
    try {
      LocalDate birth =
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14)));
      return birth.isAfter(today)
          ? List.of(new CodeFault.FutureDate("date of birth", 7))
          : List.of();
    } catch (DateTimeException noSuchDay) {
      return List.of(new CodeFault.ImpossibleDate("date of birth", 7));
    }
  }

  private static List<CodeFault> warnings(String number) {
    // A foreign permanent resident's number has the province in its second and third place.
    int at = number.charAt(0) == '9' ? 1 : 0;
    return PROVINCES.contains(number.substring(at, at + 2))
        ? List.of()
        : List.of(new CodeFault.UnknownValue("region", at + 1));
  }
}
