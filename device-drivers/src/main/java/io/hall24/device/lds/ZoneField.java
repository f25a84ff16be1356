package io.hall24.device.lds;

import io.hall24.device.AccessKey;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A field of the lower line of a passport's machine readable zone of which the key to its chip is
 * made, as a person types it: with its check digit (ICAO Doc 9303 part 4, 4.2.2; part 11, 4.3.2).
 */
public enum ZoneField {
  /** Characters 1 to 10. */
  NUMBER("[A-Z0-9<]{9}[0-9]"),
  /** Characters 14 to 20. */
  BIRTH("[0-9]{7}"),
  /** Characters 22 to 28. */
  EXPIRY("[0-9]{7}");

  // Both centuries of a year of two digits are tried later; this one has every day of a leap year.
  private static final int ANY_CENTURY = 2000;

  private final Pattern form;

  ZoneField(String form) {
    this.form = Pattern.compile(form);
  }

  /** Whether the check digit fits, and a date is one. */
  public boolean agrees(String typed) {
    if (!form.matcher(typed).matches()) {
      return false;
    }
    String field = withoutCheck(typed);
    return typed.charAt(field.length()) == ZoneChecks.digit(field)
        && (this == NUMBER || isDay(field));
  }

  private static boolean isDay(String yymmdd) {
    try {
      return MachineReadableZone.date(yymmdd, ANY_CENTURY).getYear() >= ANY_CENTURY;
    } catch (MalformedFileException noDay) {
      return false;
    }
  }

  private static String withoutCheck(String typed) {
    return typed.substring(0, typed.length() - 1);
  }

  /**
   * The key of three fields that agree.
   *
   * @param today decides on centuries
   * @throws MalformedFileException when a date is on no calendar
   */
  public static AccessKey.Mrz key(String number, String birth, String expiry, LocalDate today)
      throws MalformedFileException {
    return new AccessKey.Mrz(
        withoutCheck(number).replace("<", ""),
        MachineReadableZone.birth(withoutCheck(birth), today),
        MachineReadableZone.expiry(withoutCheck(expiry), today));
  }
}
