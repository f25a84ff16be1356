package io.hall24.kiosk.licence;

/**
 * What punctuation marks may and may not do in Chinese text: where they stand in a line by GB/T
 * 15834-2011, 5.1, and how much of their square is blank by the Requirements for Chinese Text
 * Layout of the W3C, 3.1.6.
 */
final class Marks {
  /** Part of a full square that is blank before an opening and after a closing mark, em. */
  static final double BLANK = 0.5;

  /** Stops, closing halves, connectors, middle dots, and the second half of double marks. */
  private static final String NEVER_FIRST = "，。、；：？！）》」』】〕〉〗］｝”’…—％‰℃°·‧・～－–)]},.;:?!%>-";

  private static final String NEVER_LAST = "（《「『【〔〈〖［｛“‘￥¥№([{<";

  /** 分隔号: neither first nor last. */
  private static final String SEPARATORS = "/／";

  /** What holds the parts of a word, a number or an address of the network together. */
  private static final String JOINING = "-/_&+@#'\"=*\\~^|$.,:%";

  private static final String BLANK_BEFORE = "（《「『【〔〈〖［｛“‘";
  private static final String BLANK_AFTER = "，。、；：？！）》」』】〕〉〗］｝”’";

  private Marks() {}

  /** Whether no line may start with it. */
  static boolean neverFirst(int character) {
    return NEVER_FIRST.indexOf(character) >= 0 || SEPARATORS.indexOf(character) >= 0;
  }

  /** Whether no line may end with it. */
  static boolean neverLast(int character) {
    return NEVER_LAST.indexOf(character) >= 0 || SEPARATORS.indexOf(character) >= 0;
  }

  /** Whether a line may end between two characters. */
  static boolean mayPart(int before, int after) {
    boolean word = ofWord(before) && ofWord(after);
    return !word && !neverFirst(after) && !neverLast(before) && !isSpace(after);
  }

  static boolean isSpace(int character) {
    return character == ' ' || character == '\u3000';
  }

  /** Letters and digits of alphabetic scripts, and what joins them. */
  private static boolean ofWord(int character) {
    boolean letter =
        Character.isLetterOrDigit(character)
            && !Character.isIdeographic(character)
            && character < 0x2E80;
    return letter || JOINING.indexOf(character) >= 0;
  }

  static boolean blankBefore(int character) {
    return BLANK_BEFORE.indexOf(character) >= 0;
  }

  static boolean blankAfter(int character) {
    return BLANK_AFTER.indexOf(character) >= 0;
  }

  /** Whether two marks together leave a gap that is taken out. */
  static boolean gap(int before, int after) {
    boolean mark = blankBefore(after) || blankAfter(after);
    return (blankAfter(before) && mark) || (blankBefore(before) && blankBefore(after));
  }
}
