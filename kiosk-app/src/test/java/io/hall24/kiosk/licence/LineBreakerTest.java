package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
  private static final String ALPHABET = "云岭湖光茶业销售，。；：（）《》“”、aB9. -5G／𠮷龥%";
  private static final int RUNS = 3000;

  private static double width(int character) {
    return character < 0x2000 ? 0.5 : 1;
  }

  private static double width(String text) {
    return text.stripTrailing().codePoints().mapToDouble(LineBreakerTest::width).sum();
  }

  private static List<String> lines(String text, double width) {
    return new LineBreaker(LineBreakerTest::width).lines(text, width);
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
        assertTrue(width(line) <= room, () -> "'" + line + "' of '" + text + "' in " + room);
      }
    }
  }

  @Test
  void closingMarksNeverStartALineAndOpeningMarksNeverEndOneWhereEveryPieceFits() {
    var random = new Random(13);
    int broken = 0;
    for (int run = 0; run < RUNS; run++) {
      String text = text(random);
      double room = random.nextInt(6, 14);
      if (LineBreaker.pieces(text).stream().anyMatch(piece -> width(piece) > room)) {
        continue;
      }
      List<String> lines = lines(text, room);
      broken += lines.size() - 1;
      for (int i = 1; i < lines.size(); i++) {
        assertFalse(
            LineBreaker.isClosing(lines.get(i).codePointAt(0)), () -> lines + " of " + text);
        String before = lines.get(i - 1);
        assertFalse(
            LineBreaker.isOpening(before.codePointBefore(before.length())),
            () -> lines + " of " + text);
      }
    }
    assertTrue(broken > RUNS, "the texts must really be broken");
  }

  @Test
  void wordsAndNumbersStayTogether() {
    assertEquals(List.of("技术 ", "Internet", "研发"), lines("技术 Internet研发", 4));
    assertEquals(List.of("湖光路", "1288号"), lines("湖光路1288号", 4));
  }

  @Test
  void bracketTakesItsWordToTheNextLine() {
    assertEquals(List.of("云岭茶业", "（集团）公", "司"), lines("云岭茶业（集团）公司", 5));
  }

  @Test
  void aWordLongerThanTheLineIsBrokenAnywhere() {
    assertEquals(List.of("abcd", "efgh", "ij"), lines("abcdefghij", 2));
  }
}
