package io.hall24.device.lds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check digits of the machine readable zone, ICAO Doc 9303 part 3, 4.9: TD3 (part 4: 44
 * characters, or 88 with the upper line), TD2 (part 6: 36 or 72) and TD1 (part 5: 90).
 */
public final class ZoneChecks {
  private static final String ALPHABET = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] WEIGHTS = {7, 3, 1};
  private static final String NUMBER = "document number";
  private static final String BIRTH = "date of birth";
  private static final String EXPIRY = "date of expiry";

  /** The check over the others. */
  static final String COMPOSITE = "composite";

  private ZoneChecks() {}

  /** What is wrong with a zone; positions count from 1. */
  public sealed interface Fault {
    /** No zone is so long. */
    record Length(String expected, int found) implements Fault {}

    /** A character that no zone has there. */
    record Stranger(int position) implements Fault {}

    /**
     * A check digit that does not fit.
     *
     * @param field what it protects, e.g. {@code document number}
     */
    record Digit(String field, int position, char expected, char found) implements Fault {}

    /** A day that no calendar has. */
    record Day(String field, int position) implements Fault {}
  }

  /** Where a check digit stands and which ranges it protects; counted from 0, ends exclusive. */
  private record Check(String field, int digit, List<Range> ranges, boolean mayBeFiller) {}

  private record Range(int from, int to) {}

  /**
   * One size of zone.
   *
   * @param overflow where a long document number goes on
   */
  private record Size(List<Check> checks, Optional<Range> overflow) {}

  private static final Size TD3 =
      new Size(
          List.of(
              new Check(NUMBER, 9, List.of(new Range(0, 9)), false),
              new Check(BIRTH, 19, List.of(new Range(13, 19)), false),
              new Check(EXPIRY, 27, List.of(new Range(21, 27)), false),
              new Check("personal number", 42, List.of(new Range(28, 42)), true),
              new Check(
                  COMPOSITE,
                  43,
                  List.of(new Range(0, 10), new Range(13, 20), new Range(21, 43)),
                  false)),
          Optional.empty());
  private static final Size TD2 =
      new Size(
          List.of(
              new Check(NUMBER, 9, List.of(new Range(0, 9)), false),
              new Check(BIRTH, 19, List.of(new Range(13, 19)), false),
              new Check(EXPIRY, 27, List.of(new Range(21, 27)), false),
              new Check(
                  COMPOSITE,
                  35,
                  List.of(new Range(0, 10), new Range(13, 20), new Range(21, 35)),
                  false)),
          Optional.of(new Range(28, 35)));
  private static final Size TD1 =
      new Size(
          List.of(
              new Check(NUMBER, 14, List.of(new Range(5, 14)), false),
              new Check(BIRTH, 36, List.of(new Range(30, 36)), false),
              new Check(EXPIRY, 44, List.of(new Range(38, 44)), false),
              new Check(
                  COMPOSITE,
                  59,
                  List.of(
                      new Range(5, 30), new Range(30, 37), new Range(38, 45), new Range(48, 59)),
                  false)),
          Optional.of(new Range(15, 30)));

  /** Everything that is wrong with a zone; line breaks between its lines are ignored. */
  public static List<Fault> of(String text) {
    String zone = text.replaceAll("\\R", "");
    return switch (zone.length()) {
      case 44 -> faults(zone, 0, TD3);
      case 88 -> faults(zone, 44, TD3);
      case 36 -> faults(zone, 0, TD2);
      case 72 -> faults(zone, 36, TD2);
      case 90 -> faults(zone, 0, TD1);
      default -> List.of(new Fault.Length("44, 88, 36, 72 or 90", zone.length()));
    };
  }

  private static List<Fault> faults(String zone, int offset, Size size) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < zone.length(); i++) {
      if (ALPHABET.indexOf(zone.charAt(i)) < 0) {
        faults.add(new Fault.Stranger(i + 1));
      }
    }
    if (faults.isEmpty()) {
      size.checks.forEach(check -> digitFault(zone, offset, check, size).ifPresent(faults::add));
      size.checks.forEach(check -> dayFault(zone, offset, check).ifPresent(faults::add));
    }
    return faults;
  }

  private static Optional<Fault> digitFault(String zone, int offset, Check check, Size size) {
    StringBuilder covered = new StringBuilder();
    for (Range range : check.ranges) {
      covered.append(zone, offset + range.from, offset + range.to);
    }
    int at = offset + check.digit;
    char found = zone.charAt(at);
    if (found == '<' && check.field.equals(NUMBER) && size.overflow.isPresent()) {
      Range overflow = size.overflow.get();
      return longNumberFault(
          zone,
          covered.toString(),
          zone.length() == 90 ? overflow : new Range(offset + overflow.from, offset + overflow.to));
    }
    if (found == '<' && check.mayBeFiller && covered.chars().allMatch(c -> c == '<')) {
      return Optional.empty();
    }
    return compare(check.field, at, digit(covered.toString()), found);
  }

  /** A number of more than nine characters goes on, with its check digit, in the optional data. */
  private static Optional<Fault> longNumberFault(String zone, String first, Range overflow) {
    String rest = zone.substring(overflow.from, overflow.to);
    int end = rest.indexOf('<') < 0 ? rest.length() : rest.indexOf('<');
    if (end < 2) {
      return Optional.of(new Fault.Stranger(overflow.from + 1));
    }
    return compare(
        NUMBER,
        overflow.from + end - 1,
        digit(first + rest.substring(0, end - 1)),
        rest.charAt(end - 1));
  }

  private static Optional<Fault> compare(String field, int at, char expected, char found) {
    return expected == found
        ? Optional.empty()
        : Optional.of(new Fault.Digit(field, at + 1, expected, found));
  }

  /** A month and a day that can be; what is not known is filled (part 3, 4.8). */
  private static Optional<Fault> dayFault(String zone, int offset, Check check) {
    if (!check.field.equals(BIRTH) && !check.field.equals(EXPIRY)) {
      return Optional.empty();
    }
    int from = offset + check.ranges.getFirst().from;
    String date = zone.substring(from, from + 6);
    if (date.contains("<")) {
      return Optional.empty();
    }
    boolean possible =
        date.matches("[0-9]{6}")
            && Integer.parseInt(date.substring(2, 4)) >= 1
            && Integer.parseInt(date.substring(2, 4)) <= 12
            && Integer.parseInt(date.substring(4)) >= 1
            && Integer.parseInt(date.substring(4)) <= longest(date);
    return possible ? Optional.empty() : Optional.of(new Fault.Day(check.field, from + 1));
  }

  /** Without a century: 1900 had no 29 February, 2000 had one. */
  private static int longest(String yymmdd) {
    int year = Integer.parseInt(yymmdd.substring(0, 2));
    return java.time.YearMonth.of(2000 + year, Integer.parseInt(yymmdd.substring(2, 4)))
        .lengthOfMonth();
  }

  /**
   * The check digit of a field: weights 7, 3, 1; digits count as themselves, A to Z as 10 to 35.
   */
  public static char digit(String field) {
    int sum = 0;
    for (int i = 0; i < field.length(); i++) {
      int value = Math.max(0, ALPHABET.indexOf(field.charAt(i)) - 1);
      sum += value * WEIGHTS[i % WEIGHTS.length];
    }
    return (char) ('0' + sum % 10);
  }
}
