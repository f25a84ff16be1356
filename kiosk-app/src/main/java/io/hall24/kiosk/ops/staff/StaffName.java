package io.hall24.kiosk.ops.staff;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a member of staff is called at this terminal.
 *
 * @param text 1 to 32 of a-z, 0-9, dot and hyphen, beginning with a letter
 */
public record StaffName(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,31}");

  public StaffName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("staff name " + text);
    }
  }

  /** A name, if the text is one. */
  public static Optional<StaffName> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StaffName(text)) : Optional.empty();
  }
}
