package io.hall24.kiosk.text.code;

import java.util.ArrayList;
import java.util.List;

/**
 * The unified social credit code (USCC) of GB 32100-2015: department, class, region, the
 * organisation code of GB 11714, check character.
 */
public final class UnifiedSocialCreditCode {
  /** The characters of a code in the order of their values 0 to 30. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** Characters of a code. */
  public static final int LENGTH = 18;

  private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String DEPARTMENTS = "123456789ANY";
  private static final String MARKET_CLASSES = "1239";
  private static final List<Integer> ORGANISATION_WEIGHTS = List.of(3, 7, 9, 10, 5, 8, 4, 2);

  private UnifiedSocialCreditCode() {}

  /** Checks a code as it stands; lower-case letters are not accepted. */
  public static CodeVerdict check(String code) {
    if (code.length() != LENGTH) {
      return new CodeVerdict.Invalid(
          List.of(new CodeFault.WrongLength(Integer.toString(LENGTH), code.length())));
    }
    List<CodeFault> faults = new ArrayList<>(CodeFault.outside(ALPHABET, code));
    for (int i = 2; i < 8; i++) {
      if (DIGITS.indexOf(code.charAt(i)) < 0 && ALPHABET.indexOf(code.charAt(i)) >= 0) {
        faults.add(new CodeFault.ForbiddenCharacter(i + 1));
      }
    }
    if (!faults.isEmpty()) {
      return new CodeVerdict.Invalid(faults);
    }
    char expected = checkCharacter(code.substring(0, LENGTH - 1));
    if (expected != code.charAt(17)) {
      faults.add(new CodeFault.WrongCheckCharacter("code", LENGTH, expected, code.charAt(17)));
    }
    return CodeVerdict.of(faults, warnings(code));
  }

  /** Whether a code can be right, unusual or not. */
  public static boolean isValid(String code) {
    return check(code) instanceof CodeVerdict.Valid;
  }

  /**
   * The check character: weight of position i from 1 is 3^(i-1) mod 31; sum and check character
   * make 0 mod 31 (GB 32100-2015, 5.6).
   *
   * @param first the first 17 characters of a code
   */
  private static char checkCharacter(String first) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < first.length(); i++) {
      sum += ALPHABET.indexOf(first.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static List<CodeFault> warnings(String code) {
    List<CodeFault> warnings = new ArrayList<>();
    if (DEPARTMENTS.indexOf(code.charAt(0)) < 0) {
      warnings.add(new CodeFault.UnknownValue("registering department", 1));
    } else if (code.charAt(0) == '9' && MARKET_CLASSES.indexOf(code.charAt(1)) < 0) {
      warnings.add(new CodeFault.UnknownValue("class of entity", 2));
    }
    char expected = organisationCheckCharacter(code.substring(8, 16));
    if (expected != code.charAt(16)) {
      warnings.add(
          new CodeFault.WrongCheckCharacter("organisation code", 17, expected, code.charAt(16)));
    }
    return warnings;
  }

  /** GB 11714: eleven minus the weighted sum modulo 11, ten written X and eleven 0. */
  private static char organisationCheckCharacter(String eight) {
    int sum = 0;
    for (int i = 0; i < eight.length(); i++) {
      sum += ORGANISATION_ALPHABET.indexOf(eight.charAt(i)) * ORGANISATION_WEIGHTS.get(i);
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
