package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a sheet of controlled stock carries: up to eight capital letters, then up to
 * twelve digits (schema {@code Sheet} of the registry contract). Digits count up in the tray.
 *
 * @param text as it is printed on the sheet
 */
public record SheetNumber(@JsonValue String text) implements Comparable<SheetNumber> {
  private static final Pattern FORM = Pattern.compile("([A-Z]{0,8})([0-9]{1,12})");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SheetNumber {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("sheet number '" + text + "'");
    }
  }

  /** Reads a number; empty for a text that is none. */
  public static Optional<SheetNumber> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SheetNumber(text)) : Optional.empty();
  }

  /** The letters, which name the series; perhaps none. */
  public String letters() {
    return parts().group(1);
  }

  /** The digits as a number. */
  public long digits() {
    return Long.parseLong(parts().group(2));
  }

  /** The number that stands on the sheet so many places behind this one in the same series. */
  public SheetNumber plus(long places) {
    int width = text.length() - letters().length();
    return new SheetNumber(
        letters() + String.format(Locale.ROOT, "%0" + width + "d", digits() + places));
  }

  /** Whether both belong to one series: same letters, same length. */
  public boolean sameSeries(SheetNumber other) {
    return text.length() == other.text.length() && letters().equals(other.letters());
  }

  /** By series, then by digits. */
  @Override
  public int compareTo(SheetNumber other) {
    return sameSeries(other) ? Long.compare(digits(), other.digits()) : text.compareTo(other.text);
  }

  private Matcher parts() {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException(text);
    }
    return parts;
  }

  @Override
  public String toString() {
    return text;
  }
}
