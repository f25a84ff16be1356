package io.hall24.kiosk.text.code;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a code. Positions count from 1. */
public sealed interface CodeFault {
  /** Too many or too few characters. */
  record WrongLength(String expected, int found) implements CodeFault {}

  /** A character that the code's alphabet does not have there. */
  record ForbiddenCharacter(int position) implements CodeFault {}

  /**
   * A check character that does not fit what it protects.
   *
   * @param field what it protects, e.g. {@code document number}
   */
  record WrongCheckCharacter(String field, int position, char expected, char found)
      implements CodeFault {}

  /** A day that the calendar does not have. */
  record ImpossibleDate(String field, int position) implements CodeFault {}

  /** A day after today. */
  record FutureDate(String field, int position) implements CodeFault {}

  /** A value that no list known to the terminal has. */
  record UnknownValue(String field, int position) implements CodeFault {}

  /** The fault in words, for technicians; never repeats the code itself. */
  default String words() {
    return switch (this) {
      case WrongLength(var expected, var found) -> found + " characters instead of " + expected;
      case ForbiddenCharacter(var position) -> "character " + position + " does not belong there";
      case WrongCheckCharacter(var field, var position, var expected, var found) ->
          "check character "
              + position
              + " of the "
              + field
              + " is "
              + found
              + ", should be "
              + expected;
      case ImpossibleDate(var field, var position) ->
          field + " at " + position + " is not in the calendar";
      case FutureDate(var field, var position) -> field + " at " + position + " is yet to come";
      case UnknownValue(var field, var position) -> field + " at " + position + " is not known";
    };
  }

  /** A fault for every character that the alphabet does not have. */
  static List<CodeFault> outside(String alphabet, String code) {
    List<CodeFault> faults = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      if (alphabet.indexOf(code.charAt(i)) < 0) {
        faults.add(new ForbiddenCharacter(i + 1));
      }
    }
    return faults;
  }
}
