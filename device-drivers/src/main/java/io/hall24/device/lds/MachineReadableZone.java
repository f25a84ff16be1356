package io.hall24.device.lds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The machine readable zone of a passport: size TD3, two lines of 44 characters (ICAO Doc 9303 part
 * 4, 4.2). Personal data: {@link #toString()} tells nothing.
 *
 * @param issuer issuing state or organisation, up to three letters
 * @param name primary identifier, a space, secondary identifier
 * @param documentNumber without fillers
 * @param nationality up to three letters
 * @param birth date of birth
 * @param sex {@code M}, {@code F} or {@code <}
 * @param expiry last day of validity
 */
public record MachineReadableZone(
    String issuer,
    String name,
    String documentNumber,
    String nationality,
    LocalDate birth,
    char sex,
    LocalDate expiry) {
  private static final int LINE = 44;
  // An expiry is at most so many years away from today; the zone gives no century (part 3, 4.8).
  private static final int EXPIRY_HORIZON_YEARS = 50;

  /**
   * Understands a zone.
   *
   * @param zone 88 characters; line ends are ignored
   * @param today decides on the century
   * @throws MalformedFileException when a length, character, date or check digit is wrong
   */
  public static MachineReadableZone parse(String zone, LocalDate today)
      throws MalformedFileException {
    String text = zone.replaceAll("\\R", "");
    if (!text.matches("[A-Z0-9<]{88}")) {
      throw new MalformedFileException(
          "not 2 x 44 characters of A-Z, 0-9 and < but " + text.length() + " characters");
    }
    if (text.charAt(0) != 'P') {
      throw new MalformedFileException("document code does not begin with P");
    }
    String second = text.substring(LINE);
    check(text);
    return new MachineReadableZone(
        unfilled(text.substring(2, 5)),
        unfilled(text.substring(5, LINE).replace("<<", "<")),
        unfilled(second.substring(0, 9)),
        unfilled(second.substring(10, 13)),
        birth(second.substring(13, 19), today),
        second.charAt(20),
        expiry(second.substring(21, 27), today));
  }

  /** The composite is wrong whenever another one is, and then says nothing more. */
  private static void check(String zone) throws MalformedFileException {
    List<ZoneChecks.Fault> faults = ZoneChecks.of(zone);
    String wrong =
        faults.stream()
            .map(MachineReadableZone::words)
            .filter(field -> faults.size() == 1 || !field.equals(ZoneChecks.COMPOSITE))
            .collect(Collectors.joining(", "));
    if (!wrong.isEmpty()) {
      throw new MalformedFileException("wrong: " + wrong);
    }
  }

  private static String words(ZoneChecks.Fault fault) {
    return switch (fault) {
      case ZoneChecks.Fault.Digit(var field, _, _, _) -> field;
      case ZoneChecks.Fault.Day(var field, _) -> field + " is not a calendar day";
      case ZoneChecks.Fault.Length _ -> "length";
      case ZoneChecks.Fault.Stranger(var position) -> "character " + position;
    };
  }

  private static String unfilled(String field) {
    return field.replace('<', ' ').strip().replaceAll(" +", " ");
  }

  static LocalDate birth(String yymmdd, LocalDate today) throws MalformedFileException {
    LocalDate birth = date(yymmdd, 2000);
    return birth.isAfter(today) ? date(yymmdd, 1900) : birth;
  }

  static LocalDate expiry(String yymmdd, LocalDate today) throws MalformedFileException {
    int century = today.getYear() / 100 * 100;
    LocalDate expiry = date(yymmdd, century);
    if (expiry.isAfter(today.plusYears(EXPIRY_HORIZON_YEARS))) {
      return date(yymmdd, century - 100);
    }
    return expiry.isBefore(today.minusYears(EXPIRY_HORIZON_YEARS))
        ? date(yymmdd, century + 100)
        : expiry;
  }

  static LocalDate date(String yymmdd, int century) throws MalformedFileException {
    try {
      return LocalDate.of(
          century + Integer.parseInt(yymmdd.substring(0, 2)),
          Integer.parseInt(yymmdd.substring(2, 4)),
          Integer.parseInt(yymmdd.substring(4, 6)));
    } catch (NumberFormatException | DateTimeException impossible) {
      throw new MalformedFileException("a date is not a calendar day", impossible);
    }
  }

  @Override
  public String toString() {
    return "MachineReadableZone[" + issuer + "]";
  }
}
