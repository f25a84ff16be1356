package io.hall24.kiosk.ui.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "请拨打 12345。 | 请拨打 1 2 3 4 5 。",
        "9133 •••• 2K4X | 9 1 3 3 隐藏 2 K 4 X",
        "91350100M000100Y43 | 9 1 3 5 0 1 0 0 M 0 0 0 1 0 0 Y 4 3",
        "H24-DEMO-0001 | H 2 4 , D E M O , 0 0 0 1",
        "还剩 20 秒 | 还剩 20 秒",
        "2026-11-22 | 2 0 2 6 , 1 1 , 2 2",
        "卡片访问号（CAN）印在 | 卡片访问号（CAN）印在",
        "甲 · 乙 | 甲 ， 乙"
      })
  void digitsAndCodesAreReadOneByOneAndCountsAreNot(String text, String said) {
    assertEquals(said, Spelling.of(text, Locale.SIMPLIFIED_CHINESE, "隐藏"));
  }
}
