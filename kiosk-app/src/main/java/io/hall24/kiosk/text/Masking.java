package io.hall24.kiosk.text;

/**
 * Shortens names and numbers, so that a person recognises their own and a stranger learns little.
 */
public final class Masking {
  private static final int SHOWN = 4;

  private Masking() {}

  /** 张三丰 becomes 张**; of a name in letters the first letter of every word stays. */
  public static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      return "*";
    }
    return Character.isIdeographic(stripped.codePointAt(0))
        ? chinese(stripped)
        : stripped.replaceAll("(?U)(\\w)\\w*", "$1***");
  }

  private static String chinese(String name) {
    int rest = name.codePointCount(0, name.length()) - 1;
    return Character.toString(name.codePointAt(0)) + "*".repeat(Math.max(1, rest));
  }

  /** A code shows its first and last four characters: {@code 9133 •••• 2K4X}. */
  public static String code(String code) {
    return code.length() <= 2 * SHOWN
        ? "••••"
        : code.substring(0, SHOWN) + " •••• " + code.substring(code.length() - SHOWN);
  }

  /** A document number keeps its length: {@code 3201**********1234}. */
  public static String documentNumber(String number) {
    return number.length() <= 2 * SHOWN
        ? "*".repeat(number.length())
        : number.substring(0, SHOWN)
            + "*".repeat(number.length() - 2 * SHOWN)
            + number.substring(number.length() - SHOWN);
  }
}
