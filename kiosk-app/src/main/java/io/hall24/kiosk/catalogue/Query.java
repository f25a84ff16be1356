package io.hall24.kiosk.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person typed, without what carries no meaning: spaces, punctuation, capitals, and the
 * phrases people put around the name of what they want (我要办理…怎么办).
 *
 * @param text letters, digits and Chinese characters only
 * @param words what stood between spaces, each as in {@code text}
 */
record Query(String text, List<String> words) {
  private static final List<String> AROUND =
      List.of(
          "我想要", "我想", "我要", "请问", "如何", "怎么样", "怎么", "怎样", "在哪里", "在哪", "哪里", "需要什么材料", "要什么材料",
          "什么", "可以", "能不能", "一下", "申请办理", "办理", "去办", "吗", "呢");

  /** Longer input is cut: nobody types it, and time to answer must not grow with it. */
  static final int LONGEST = 40;

  static Query of(String typed) {
    String text = plain(typed);
    String core = text;
    for (String phrase : AROUND) {
      core = core.replace(phrase, "");
    }
    String kept = core.isEmpty() ? text : core;
    List<String> words =
        Stream.of(typed.split("\\s+")).map(Query::plain).filter(word -> !word.isEmpty()).toList();
    return new Query(kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept, words);
  }

  /** Letters, digits and Chinese characters, lower case; full-width forms become common ones. */
  static String plain(String text) {
    String common = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(common.length());
    for (int i = 0; i < common.length(); i++) {
      if (Character.isLetterOrDigit(common.charAt(i))) {
        plain.append(common.charAt(i));
      }
    }
    return plain.toString();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it has no sounds in it. */
  boolean isCharacters() {
    return text.chars().noneMatch(c -> c < 128);
  }

  /** Whether it is typed by sound alone. */
  boolean isLetters() {
    return text.chars().allMatch(c -> c < 128);
  }
}
