package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.Masking;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptsTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 21, 4);
  private final Receipts receipts = new Receipts(PrintRoom.fonts(), true);

  private static Receipt.Collection collection(String collector) {
    return new Receipt.Collection(
        "YL-0007",
        "云岭市示例区政务服务自助大厅",
        TIME,
        "12345",
        "99999920261120000318",
        Optional.of("云岭示例㛃禾茶业有限公司"),
        "91999999MADEM0011Y",
        List.of(
            new Receipt.CollectedCopy(new Copy.Original(), Optional.of("ZB000001")),
            new Receipt.CollectedCopy(new Copy.Duplicate("1-1"), Optional.empty())),
        collector);
  }

  private String text(Receipt receipt, Locale language, Receipts.Medium medium) {
    return PdfText.of(PrintRoom.pdf(receipts.print(receipt, language, medium)));
  }

  @ParameterizedTest
  @EnumSource
  void chineseReceiptSaysWhatWasCollected(Receipts.Medium medium) {
    String text = text(collection(Masking.name("林海㛃")), Locale.SIMPLIFIED_CHINESE, medium);
    for (String part :
        List.of(
            "营业执照领取凭证",
            "Receiptforabusinesslicence",
            "正本纸张编号ZB000001",
            "副本1-1尚未领取",
            "领取人林**",
            "2026年11月22日21:04",
            "91999999MADEM0011Y",
            "99999920261120000318",
            "12345",
            "样本")) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void englishReceiptSaysTheSame(Receipts.Medium medium) {
    String text = text(collection("L*** H***"), Locale.ENGLISH, medium);
    for (String part :
        List.of(
            "OriginalsheetZB000001",
            "Notcollectedyet",
            "22November2026,21:04",
            "12345",
            "Sample")) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
  }

  @Test
  void notedWishIsNeverCalledDone() {
    var wish = new Receipt.Wish("YL-0007", "云岭", TIME, "12345", "W-000017", TIME.plusHours(72));
    String text = text(wish, Locale.SIMPLIFIED_CHINESE, Receipts.Medium.ROLL_80);
    assertTrue(text.contains("已登记，尚未受理"), text);
    assertTrue(text.contains("2026年11月25日21:04"), text);
    assertFalse(text.contains("成功"), text);
  }

  @Test
  void receiptOfRealServiceDoesNotSaySample() {
    var real = new Receipts(PrintRoom.fonts(), false);
    Rendering rendering =
        real.print(collection("林**"), Locale.SIMPLIFIED_CHINESE, Receipts.Medium.A4);
    assertFalse(PdfText.of(PrintRoom.pdf(rendering)).contains("样本"));
  }

  @Test
  void characterThatNoFontHasIsRefused() {
    assertEquals(
        new Rendering.MissingGlyph(SheetPart.RECEIPT, 0x3FFFD),
        receipts.print(
            collection(Character.toString(0x3FFFD)), Locale.ENGLISH, Receipts.Medium.A4));
  }
}
