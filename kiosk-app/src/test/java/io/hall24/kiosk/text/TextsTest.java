package io.hall24.kiosk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts chinese = Texts.of(Locale.SIMPLIFIED_CHINESE);
  private final Texts english = Texts.of(Locale.ENGLISH);

  private static Set<String> values(Texts texts, String key) {
    Object[] places = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}"};
    return Pattern.compile("\\{[0-9]}")
        .matcher(texts.text(key, places))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void bothLanguagesHaveEveryTextWithTheSameValues() {
    assertEquals(chinese.keys(), english.keys());
    assertFalse(chinese.keys().isEmpty());
    for (String key : chinese.keys()) {
      assertEquals(values(chinese, key), values(english, key), key);
      assertFalse(english.text(key, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9).isBlank(), key);
    }
  }

  @Test
  void valuesStandWhereTheTextWantsThem() {
    assertEquals("副本 1-1", chinese.text("receipt.duplicate", "1-1"));
    assertEquals("Duplicate $1", english.text("receipt.duplicate", "$1"));
  }

  @Test
  void unknownTextAndUnknownLanguageAreErrorsOfTheProgram() {
    assertThrows(MissingResourceException.class, () -> chinese.text("no.such.text"));
    assertThrows(MissingResourceException.class, () -> Texts.of(Locale.FRENCH));
  }
}
