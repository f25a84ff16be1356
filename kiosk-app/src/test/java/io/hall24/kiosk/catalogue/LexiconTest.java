package io.hall24.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final ServiceCatalogue SHIPPED =
      switch (CatalogueFile.shipped()) {
        case CatalogueLoading.Loaded(var catalogue) -> catalogue;
        case CatalogueLoading.Faulty(var mistakes) ->
            throw new IllegalStateException(mistakes.toString());
      };
  private static final Lexicon LEXICON =
      new Lexicon(SHIPPED.items().stream().map(ServiceItem::title).toList());

  private static List<String> texts(String letters) {
    return LEXICON.of(letters, 24).stream().map(Candidate::text).toList();
  }

  /** Readings as any Chinese dictionary has them. */
  @ParameterizedTest
  @CsvSource({
    "yingyezhizhao, 营业执照",
    "yyzz, 营业执照",
    "yingye, 营业",
    "shenfenzheng, 身份证",
    "shenfenz, 身份证",
    "gtgsh, 个体工商户",
    "jiehun, 结婚",
    "ni, 你",
    "lv, 旅"
  })
  void lettersStandForWords(String letters, String word) {
    assertTrue(texts(letters).contains(word), () -> letters + " " + texts(letters));
  }

  @Test
  void wordsForTheFirstOfTheLettersLeaveTheRest() {
    Candidate first = new Candidate("营业", 6);
    assertTrue(LEXICON.of("yingyezz", 24).contains(first), texts("yingyezz")::toString);
  }

  @Test
  void everyCommonCharacterCanBeTypedByItself() {
    for (String character : List.of("的", "龙", "喝", "鸭", "疼")) {
      String sound = new Readings().of(character.charAt(0)).getFirst();
      assertTrue(
          LEXICON.of(sound, 200).stream().anyMatch(found -> found.text().equals(character)),
          character);
    }
  }

  @Test
  void thereAreNoMoreThanAskedForAndNoneTwice() {
    List<String> found = texts("y");
    assertEquals(24, found.size());
    assertEquals(24, found.stream().distinct().count());
    assertFalse(found.contains(""));
    assertEquals(List.of(), LEXICON.of("", 24));
    assertEquals(List.of(), LEXICON.of("qqqqq", 0));
  }
}
