package io.hall24.kiosk.crypto;

import java.util.regex.Pattern;

/**
 * Names a sealing key in a {@link KeyVault}; also its file name.
 *
 * @param value 1 to 120 of a-z, 0-9, dot and hyphen, beginning with a letter or digit
 */
public record KeyName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,119}");

  public KeyName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("key name " + value);
    }
  }
}
