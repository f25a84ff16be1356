package io.hall24.device.nut;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code upsd} answers to {@code LIST VAR} (RFC 9271, 4.2.7.4). */
sealed interface NutAnswer {
  // Possessive: a value of many characters must not be as many calls deep.
  Pattern VARIABLE = Pattern.compile("VAR (\\S+) (\\S+) \"((?:[^\"\\\\]|\\\\.)*+)\"");
  Pattern ERROR = Pattern.compile("ERR ([A-Z-]+)( .*)?");

  /** The variables of the UPS. */
  record Variables(Map<String, String> values) implements NutAnswer {
    public Variables {
      values = Map.copyOf(values);
    }
  }

  /** It refuses, by one of the protocol's words, e.g. {@code UNKNOWN-UPS}. */
  record Refused(String word) implements NutAnswer {}

  /** It says something that the protocol does not know. */
  record Garbled(String detail) implements NutAnswer {}

  /**
   * Reads the lines that have come so far.
   *
   * @return empty while the answer is not complete
   */
  static Optional<NutAnswer> read(String ups, List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher error = ERROR.matcher(lines.getFirst());
    if (error.matches()) {
      return Optional.of(new Refused(error.group(1)));
    }
    if (!lines.getFirst().equals("BEGIN LIST VAR " + ups)) {
      return Optional.of(new Garbled("begins with something else than a list"));
    }
    if (!lines.getLast().equals("END LIST VAR " + ups)) {
      return Optional.empty();
    }
    return Optional.of(variables(ups, lines.subList(1, lines.size() - 1)));
  }

  private static NutAnswer variables(String ups, List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      Matcher variable = VARIABLE.matcher(line);
      if (!variable.matches() || !variable.group(1).equals(ups)) {
        return new Garbled("a line of the list is no variable of " + ups);
      }
      if (values.put(variable.group(2), unescaped(variable.group(3))) != null) {
        return new Garbled(variable.group(2) + " stands there twice");
      }
    }
    return new Variables(values);
  }

  private static String unescaped(String value) {
    return value.replaceAll("\\\\(.)", "$1");
  }
}
