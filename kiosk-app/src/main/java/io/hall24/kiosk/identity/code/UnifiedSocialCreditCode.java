package io.hall24.kiosk.identity.code;

import io.hall24.kiosk.licence.CreditCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The unified social credit code (USCC) of GB 32100-2015: department, class, region, the
 * organisation code of GB 11714, check character.
 */
public final class UnifiedSocialCreditCode {
  private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String DEPARTMENTS = "123456789ANY";
  private static final String MARKET_CLASSES = "1239";
  private static final List<Integer> ORGANISATION_WEIGHTS = List.of(3, 7, 9, 10, 5, 8, 4, 2);

  private UnifiedSocialCreditCode() {}

  /** Checks a code as it stands; lower-case letters are not accepted. */
  public static CodeVerdict check(String code) {
    if (code.length() != CreditCode.LENGTH) {
      return new CodeVerdict.Invalid(
          List.of(new CodeFault.WrongLength(Integer.toString(CreditCode.LENGTH), code.length())));
    }
    List<CodeFault> faults = new ArrayList<>(CodeFault.outside(CreditCode.ALPHABET, code));
    for (int i = 2; i < 8; i++) {
      if (DIGITS.indexOf(code.charAt(i)) < 0 && CreditCode.ALPHABET.indexOf(code.charAt(i)) >= 0) {
        faults.add(new CodeFault.ForbiddenCharacter(i + 1));
      }
    }
    if (!faults.isEmpty()) {
      return new CodeVerdict.Invalid(faults);
    }
    char expected = CreditCode.checkCharacter(code.substring(0, CreditCode.LENGTH - 1));
    if (expected != code.charAt(17)) {
      faults.add(
          new CodeFault.WrongCheckCharacter("code", CreditCode.LENGTH, expected, code.charAt(17)));
    }
    return CodeVerdict.of(faults, warnings(code));
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
