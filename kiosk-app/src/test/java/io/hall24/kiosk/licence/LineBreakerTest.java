package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {
  private static final String ALPHABET = "云岭湖光茶业销售，。；：（）《》“”、aB9. -5G／/𠮷龥%·～—…";
  private static final int RUNS = 3000;

  /** GB/T 15834-2011, 5.1.1, 5.1.2, 5.1.5, 5.1.6 and 5.1.9. */
  private static final String NEVER_FIRST = "。，、；：？！”’）》」』～·/／";

  /** GB/T 15834-2011, 5.1.2 and 5.1.9. */
  private static final String NEVER_LAST = "“‘（《「『/／";

  private static double width(int character) {
    return character < 0x2000 ? 0.5 : 1;
  }

  /** By the Requirements for Chinese Text Layout, 3.1.6: marks are half a square wide. */
  private static double least(String text) {
    return text.stripTrailing()
        .codePoints()
        .mapToDouble(c -> "，。、；：？！）》”（《“".indexOf(c) >= 0 ? 0.5 : width(c))
        .sum();
  }

  private static List<String> lines(String text, double width) {
    return new LineBreaker(text, LineBreakerTest::width)
        .lines(width).stream().map(LineBreaker.Line::text).toList();
  }

  private static String text(Random random) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(1, 60); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @Test
  void linesPutTogetherAreTheText() {
    var random = new Random(11);
    for (int run = 0; run < RUNS; run++) {
      String text = text(random);
      assertEquals(text, String.join("", lines(text, random.nextInt(1, 12))));
    }
  }

  @Test
  void noLineIsWiderThanTheRoom() {
    var random = new Random(12);
    for (int run = 0; run < RUNS; run++) {
      String text = text(random);
      double room = random.nextInt(1, 12);
      for (String line : lines(text, room)) {
        assertTrue(least(line) <= room, () -> "'" + line + "' of '" + text + "' in " + room);
      }
    }
  }

  @Test
  void marksStandWhereTheStandardWantsThem() {
    var random = new Random(13);
    int broken = 0;
    for (int run = 0; run < RUNS; run++) {
      String text = text(random).replaceAll("([，。；：（）《》“”、／/·～—…%. -])[^云-龥a-z0-9]+", "$1");
      List<String> lines = lines(text, random.nextInt(6, 14));
      broken += lines.size() - 1;
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i);
        String before = lines.get(i - 1);
        assertTrue(NEVER_FIRST.indexOf(line.codePointAt(0)) < 0, () -> lines + " of " + text);
        assertTrue(
            NEVER_LAST.indexOf(before.codePointBefore(before.length())) < 0,
            () -> lines + " of " + text);
      }
    }
    assertTrue(broken > RUNS, "the texts must really be broken");
  }

  /** GB/T 15834-2011, 5.1.3 and 5.1.4. */
  @ParameterizedTest
  @CsvSource({"云岭茶业——湖光店, 5", "云岭茶业……湖光店, 5"})
  void doubleMarksAreNeverTornApart(String text, double width) {
    lines(text, width)
        .forEach(line -> assertFalse(line.matches(".*[^—]—|—[^—].*|.*[^…]…|…[^…].*"), line));
  }

  @Test
  void wordsAndNumbersStayTogether() {
    assertEquals(List.of("技术 ", "Internet", "研发"), lines("技术 Internet研发", 4));
    assertEquals(List.of("湖光路", "1288号"), lines("湖光路1288号", 4));
    assertEquals(List.of("云岭", "CT/MRI", "销售"), lines("云岭CT/MRI销售", 3));
  }

  @Test
  void bracketTakesItsWordToTheNextLine() {
    assertEquals(List.of("云岭茶业", "（集团）公", "司"), lines("云岭茶业（集团）公司", 5));
  }

  @Test
  void wordLongerThanTheLineIsBrokenAnywhere() {
    assertEquals(List.of("abcd", "efgh", "ij"), lines("abcdefghij", 2));
  }

  @Test
  void markAfterAWordThatFillsTheLineTakesALetterAlong() {
    assertEquals(List.of("abc", "d。"), lines("abcd。", 1.5));
  }

  @Test
  void blankHalvesOfMarksTakeNoRoomBetweenMarksAndAtTheEdges() {
    LineBreaker.Line line =
        new LineBreaker("（集团）（云岭），", LineBreakerTest::width).lines(20).getFirst();
    assertEquals(List.of(0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.5), line.tightened());
    assertEquals(7, line.width());
  }

  @Test
  void narrowMarksAreNotTightened() {
    LineBreaker.Line line = new LineBreaker("”，（", _ -> 0.5).lines(20).getFirst();
    assertEquals(List.of(0.0, 0.0, 0.0), line.tightened());
  }
}
