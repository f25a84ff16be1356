package io.hall24.kiosk.ui.voice;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts texts of the screen into a form that a synthesiser reads as a person would. */
final class Spelling {
  /** Four or more signs of which one is a digit or hidden: a number to be read sign by sign. */
  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Za-z])(?=[0-9A-Z•*●-]*[0-9•*●])[0-9A-Z•*●][0-9A-Z•*●-]{3,}");

  private static final Pattern HIDDEN = Pattern.compile("[•*●]+");
  private static final Pattern SIGNS = Pattern.compile("[·／/|]+");

  private Spelling() {}

  /** The text with digits and codes one by one, and what is hidden said so. */
  static String of(String text, Locale language, String hidden) {
    String spelled =
        CODE.matcher(text)
            .replaceAll(code -> Matcher.quoteReplacement(" " + oneByOne(code.group()) + " "));
    String told = HIDDEN.matcher(spelled).replaceAll(Matcher.quoteReplacement(" " + hidden + " "));
    String pauses =
        SIGNS.matcher(told).replaceAll(language.equals(Locale.SIMPLIFIED_CHINESE) ? "，" : ", ");
    return pauses.replaceAll("[ \\t\\n]+", " ").strip();
  }

  private static String oneByOne(String code) {
    return Pattern.compile("[•*●]+|-|[^•*●-]")
        .matcher(code)
        .results()
        .map(part -> part.group().equals("-") ? "," : part.group())
        .collect(Collectors.joining(" "));
  }
}
