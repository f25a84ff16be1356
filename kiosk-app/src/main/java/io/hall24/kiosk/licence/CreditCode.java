package io.hall24.kiosk.licence;

import java.util.Optional;

/** The unified social credit code (GB 32100-2015 with its amendment of 2016). */
public final class CreditCode {
  /** The characters of a code in the order of their values 0 to 30. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Characters of a code. */
  public static final int LENGTH = 18;

  private CreditCode() {}

  /** What is wrong with a code, if anything: its length, its characters or its check character. */
  public static Optional<String> problem(String code) {
    if (code.length() != LENGTH) {
      return Optional.of("has " + code.length() + " characters instead of " + LENGTH);
    }
    Optional<String> stranger =
        code.chars()
            .filter(c -> ALPHABET.indexOf(c) < 0)
            .mapToObj(c -> "has the character '" + (char) c + "', which no code has")
            .findFirst();
    if (stranger.isPresent()) {
      return stranger;
    }
    char expected = checkCharacter(code.substring(0, LENGTH - 1));
    return code.charAt(LENGTH - 1) == expected
        ? Optional.empty()
        : Optional.of("does not end in the check character of its first 17");
  }

  /**
   * The check character: weight of position i from 1 is 3^(i-1) mod 31; sum and check character
   * make 0 mod 31 (GB 32100-2015, 5.6).
   *
   * @param first the first 17 characters of a code
   */
  public static char checkCharacter(String first) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < first.length(); i++) {
      sum += ALPHABET.indexOf(first.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
