package io.hall24.device.sam;

/** The last character of a citizen number (GB 11643-1999; ISO 7064, MOD 11-2). */
final class CheckCharacter {
  private static final int LENGTH = 18;
  private static final int MODULUS = 11;

  private CheckCharacter() {}

  /**
   * Whether it agrees with the 17 digits before it.
   *
   * @param number 17 digits and a digit or {@code X}
   */
  static boolean agrees(String number) {
    int remainder = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      remainder = (remainder + Character.digit(number.charAt(i), 10)) * 2 % MODULUS;
    }
    int check = number.charAt(LENGTH - 1) == 'X' ? 10 : Character.digit(number.charAt(17), 10);
    return (remainder + check) % MODULUS == 1;
  }
}
