package io.hall24.kiosk.identity.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check digits of the machine readable zone, ICAO Doc 9303 part 3, 4.9: TD3 (part 4: 44
 * characters, or 88 with the upper line), TD2 (part 6: 36 or 72) and TD1 (part 5: 90).
 */
public final class MachineReadableZone {
  private static final String ALPHABET = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String WEIGHTS = "731";

  private MachineReadableZone() {}

  /** Where a check digit stands and which ranges it protects; counted from 0, ends exclusive. */
  private record Check(String field, int digit, List<Range> ranges, boolean mayBeFiller) {}

  private record Range(int from, int to) {}

  private static final List<Check> TD3 =
      List.of(
          new Check("document number", 9, List.of(new Range(0, 9)), false),
          new Check("date of birth", 19, List.of(new Range(13, 19)), false),
          new Check("date of expiry", 27, List.of(new Range(21, 27)), false),
          new Check("personal number", 42, List.of(new Range(28, 42)), true),
          new Check(
              "composite",
              43,
              List.of(new Range(0, 10), new Range(13, 20), new Range(21, 43)),
              false));
  private static final List<Check> TD2 =
      List.of(
          new Check("document number", 9, List.of(new Range(0, 9)), false),
          new Check("date of birth", 19, List.of(new Range(13, 19)), false),
          new Check("date of expiry", 27, List.of(new Range(21, 27)), false),
          new Check(
              "composite",
              35,
              List.of(new Range(0, 10), new Range(13, 20), new Range(21, 35)),
              false));
  private static final List<Check> TD1 =
      List.of(
          new Check("document number", 14, List.of(new Range(5, 14)), false),
          new Check("date of birth", 36, List.of(new Range(30, 36)), false),
          new Check("date of expiry", 44, List.of(new Range(38, 44)), false),
          new Check(
              "composite",
              59,
              List.of(new Range(5, 30), new Range(30, 37), new Range(38, 45), new Range(48, 59)),
              false));

  /** Checks the zone; line breaks between its lines are ignored. */
  public static CodeVerdict check(String text) {
    String zone = text.replaceAll("[\\r\\n]", "");
    return switch (zone.length()) {
      case 44 -> check(zone, 0, TD3, Optional.empty());
      case 88 -> check(zone, 44, TD3, Optional.empty());
      case 36 -> check(zone, 0, TD2, Optional.of(new Range(28, 35)));
      case 72 -> check(zone, 36, TD2, Optional.of(new Range(64, 71)));
      case 90 -> check(zone, 0, TD1, Optional.of(new Range(15, 30)));
      default ->
          new CodeVerdict.Invalid(
              List.of(new CodeFault.WrongLength("44, 88, 36, 72 or 90", zone.length())));
    };
  }

  private static CodeVerdict check(
      String zone, int offset, List<Check> checks, Optional<Range> overflow) {
    List<CodeFault> faults = new ArrayList<>(CodeFault.outside(ALPHABET, zone));
    if (faults.isEmpty()) {
      checks.forEach(check -> fault(zone, offset, check, overflow).ifPresent(faults::add));
    }
    return CodeVerdict.of(faults, List.of());
  }

  private static Optional<CodeFault> fault(
      String zone, int offset, Check check, Optional<Range> overflow) {
    StringBuilder covered = new StringBuilder();
    for (Range range : check.ranges) {
      covered.append(zone, offset + range.from, offset + range.to);
    }
    int at = offset + check.digit;
    char found = zone.charAt(at);
    if (found == '<' && check.field.equals("document number") && overflow.isPresent()) {
      return longNumberFault(zone, covered.toString(), overflow.get());
    }
    if (found == '<' && check.mayBeFiller && covered.chars().allMatch(c -> c == '<')) {
      return Optional.empty();
    }
    return compare(check.field, at, digit(covered.toString()), found);
  }

  /** A number of more than nine characters goes on, with its check digit, in the optional data. */
  private static Optional<CodeFault> longNumberFault(String zone, String first, Range overflow) {
    String rest = zone.substring(overflow.from, overflow.to);
    int end = rest.indexOf('<') < 0 ? rest.length() : rest.indexOf('<');
    if (end < 2) {
      return Optional.of(new CodeFault.ForbiddenCharacter(overflow.from + 1));
    }
    return compare(
        "document number",
        overflow.from + end - 1,
        digit(first + rest.substring(0, end - 1)),
        rest.charAt(end - 1));
  }

  private static Optional<CodeFault> compare(String field, int at, char expected, char found) {
    return expected == found
        ? Optional.empty()
        : Optional.of(new CodeFault.WrongCheckCharacter(field, at + 1, expected, found));
  }

  /** Weights 7, 3, 1; digits count as themselves, A to Z as 10 to 35, the filler as 0. */
  private static char digit(String covered) {
    int sum = 0;
    for (int i = 0; i < covered.length(); i++) {
      int value = Math.max(0, ALPHABET.indexOf(covered.charAt(i)) - 1);
      sum += value * (WEIGHTS.charAt(i % 3) - '0');
    }
    return (char) ('0' + sum % 10);
  }
}
