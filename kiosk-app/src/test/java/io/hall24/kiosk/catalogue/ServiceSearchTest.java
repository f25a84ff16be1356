package io.hall24.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.catalogue.CataloguePress;
import io.hall24.kiosk.demo.catalogue.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceSearchTest {
  private static final int PROVINCE = 60_000;
  private static final int SHOWN = 5;

  private static final ServiceCatalogue CATALOGUE =
      CataloguePress.enlarge(
          assertInstanceOf(CatalogueLoading.Loaded.class, CatalogueFile.shipped()).catalogue(),
          PROVINCE);
  private static final ServiceSearch SEARCH = new ServiceSearch(CATALOGUE.items());

  private static List<String> codes(String typed) {
    return SEARCH.find(typed, SHOWN).stream().map(ServiceItem::code).toList();
  }

  @Test
  void whatPeopleMeanIsAmongTheFirstFiveOfSixtyThousand() {
    List<TypedQuery> queries = TypedQuery.all();
    List<String> missed =
        queries.stream()
            .filter(wanted -> !codes(wanted.typed()).contains(wanted.code()))
            .map(wanted ->
                wanted.typed() + " means " + wanted.code() + " but finds " + titles(wanted.typed()))
            .toList();
    assertEquals(List.of(), missed);
    assertTrue(queries.size() >= 200, () -> "only " + queries.size() + " queries");
  }

  private static List<String> titles(String typed) {
    return SEARCH.find(typed, SHOWN).stream().map(ServiceItem::title).toList();
  }

  @Test
  void whatThisTerminalDoesItselfComesFirst() {
    assertEquals("营业执照领取", SEARCH.find("营业执照", SHOWN).getFirst().title());
    assertEquals("营业执照领取", SEARCH.find("yyzz", SHOWN).getFirst().title());
  }

  @ParameterizedTest
  @CsvSource({
    "我要办理结婚登记怎么办理, 结婚登记",
    "请问在哪里领失业保险金？, 失业保险金申领",
    "yinhangka, ''",
    "营业zhizhao, 营业执照领取",
    "ＹＹＺＺ, 营业执照领取",
    "marriage certificate, 补领婚姻登记证",
    "marriage certificat, 补领婚姻登记证",
    "补办身份证遗失, 居民身份证遗失补领",
    "银行, ''",
  })
  void peopleAreUnderstood(String typed, String first) {
    List<ServiceItem> found = SEARCH.find(typed, SHOWN);
    assertEquals(first, found.isEmpty() ? "" : found.getFirst().title());
  }

  @Test
  void aCharacterOfSeveralReadingsIsFoundByEach() {
    var search = new ServiceSearch(List.of(item("A", "银行开户许可"), item("B", "行政复议申请")));
    assertEquals("银行开户许可", search.find("yinhang", 1).getFirst().title());
    assertEquals("行政复议申请", search.find("xingzheng", 1).getFirst().title());
    assertEquals("银行开户许可", search.find("yinxing", 1).getFirst().title());
  }

  @Test
  void moreLettersNeverFindWhatFewerDidNot() {
    var random = new SplittableRandom(20261122);
    for (int round = 0; round < 40; round++) {
      ServiceItem item = CATALOGUE.items().get(random.nextInt(160));
      String spoken = new Title(item.title(), new Readings()).spoken();
      for (int length = 1; length <= Math.min(spoken.length(), Query.LONGEST); length++) {
        String typed = spoken.substring(0, length);
        Title.Fit fit = new Title(item.title(), new Readings()).fit(Query.of(typed));
        assertTrue(
            fit == Title.Fit.START || fit == Title.Fit.WHOLE, () -> typed + " " + item + " " + fit);
      }
    }
  }

  @Test
  void anyOneMistakeIsForgiven() {
    var random = new SplittableRandom(31);
    for (int round = 0; round < 500; round++) {
      String right = letters(random, 6 + random.nextInt(20));
      String wrong = withOneMistake(right, random);
      assertTrue(
          new OneMistake(wrong).in("qq" + right + "qq"), () -> wrong + " is almost " + right);
    }
  }

  @Test
  void twoMistakesAreNot() {
    // z and q stand in neither word: each of these needs at least two changes
    assertEquals(false, new OneMistake("abcdefgh").in("abzdefqh"));
    assertEquals(false, new OneMistake("abcdefgh").in("badcefgh"));
    assertEquals(false, new OneMistake("abcdefgh").in("abcdef"));
  }

  @Test
  void anythingMayBeTyped() {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      StringBuilder typed = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        typed.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x10FFFF) : 'a' + i % 26);
      }
      assertTrue(SEARCH.find(typed.toString(), SHOWN).size() <= SHOWN);
    }
    assertEquals(List.of(), SEARCH.find("", SHOWN));
    assertEquals(List.of(), SEARCH.find("？！ ", SHOWN));
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(16)));
    }
    return text.toString();
  }

  private static String withOneMistake(String right, SplittableRandom random) {
    var wrong = new StringBuilder(right);
    int at = random.nextInt(right.length() - 1);
    switch (random.nextInt(4)) {
      case 0 -> wrong.deleteCharAt(at);
      case 1 -> wrong.insert(at, 'z');
      case 2 -> wrong.setCharAt(at, 'z');
      default -> {
        wrong.setCharAt(at, right.charAt(at + 1));
        wrong.setCharAt(at + 1, right.charAt(at));
      }
    }
    return wrong.toString();
  }

  private static ServiceItem item(String code, String title) {
    return new ServiceItem(
        code,
        title,
        Optional.empty(),
        Set.of(Theme.BUSINESS),
        Set.of(),
        Set.of(),
        List.of(),
        true,
        "窗口",
        "https://hall.example/guide",
        Optional.empty());
  }
}
