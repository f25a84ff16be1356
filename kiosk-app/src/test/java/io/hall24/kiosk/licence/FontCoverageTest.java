package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontCoverageTest {
  /** Every Chinese character of GB 18030-2022, up to its implementation level 3. */
  private static final int[][] GB_18030_2022 = {
    {0x3400, 0x4DB5},
    {0x4E00, 0x9FEF},
    {0x20000, 0x2A6D6},
    {0x2A700, 0x2B734},
    {0x2B740, 0x2B81D},
    {0x2B820, 0x2CEA1},
    {0x2CEB0, 0x2EBE0},
  };

  @ParameterizedTest
  @EnumSource
  void everyFaceHasEveryChineseCharacterOfGb18030(FontFace face) {
    PaperFonts fonts = PrintRoom.fonts();
    List<String> missing = new ArrayList<>();
    for (int[] range : GB_18030_2022) {
      IntStream.rangeClosed(range[0], range[1])
          .filter(character -> fonts.glyph(face, character).isEmpty())
          .mapToObj("U+%04X"::formatted)
          .forEach(missing::add);
    }
    assertEquals(List.of(), missing);
  }
}
