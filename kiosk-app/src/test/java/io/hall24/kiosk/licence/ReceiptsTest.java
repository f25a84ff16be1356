package io.hall24.kiosk.licence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.Masking;
import io.hall24.kiosk.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptsTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 22, 21, 4);
  private static final String PICK_UP = "https://registry.hall24.invalid/pick-up/0123456789abcdef";
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
        collector,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Receipt.PickUp(PICK_UP, TIME.plusMinutes(10))));
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
            "尚未领取的部分仍以办件编号99999920261120000318为您保留",
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
            "staysreadyforyouundercase99999920261120000318",
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
  void queueTicketSendsThePersonToACounter() {
    var ticket =
        new Receipt.QueueTicket(
            "YL-0007", "云岭", TIME, "12345", "C042", "综合窗口 3-5", Optional.of("9999"));
    String text = text(ticket, Locale.SIMPLIFIED_CHINESE, Receipts.Medium.ROLL_80);
    for (String part : List.of("排队凭证", "C042", "综合窗口3-5", "办件编号9999", "样本")) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
  }

  @Test
  void screenShowsTheSameWordsAsPaper() {
    for (Locale language : Texts.LANGUAGES) {
      String paper = text(collection("林**"), language, Receipts.Medium.A4);
      for (ReceiptLine line : ReceiptText.of(collection("林**"), language, true)) {
        List<String> words =
            switch (line) {
              case ReceiptLine.Title(var title, var others) -> List.of(title, others.getFirst());
              case ReceiptLine.Headline(var text) -> List.of(text);
              case ReceiptLine.Pair(var caption, var value) -> List.of(caption, value);
              case ReceiptLine.Note(var text) -> List.of(text);
              case ReceiptLine.Rule(), ReceiptLine.Qr(_) -> List.of();
            };
        words.forEach(word ->
            assertTrue(paper.contains(PdfText.squeezed(word)), () -> word + " in " + paper));
      }
    }
  }

  @Test
  void thermalPrinterGetsDotsThatZbarReads(@TempDir Path folder) throws Exception {
    ReceiptRaster raster =
        ReceiptRaster.of(
            PrintRoom.pdf(
                receipts.print(
                    collection("林**"), Locale.SIMPLIFIED_CHINESE, Receipts.Medium.ROLL_80)));
    assertEquals(72 * raster.height(), raster.dots().length);
    Path pbm = folder.resolve("receipt.pbm");
    byte[] header =
        ("P4\n" + ReceiptRaster.WIDTH + " " + raster.height() + "\n").getBytes(US_ASCII);
    byte[] file = Arrays.copyOf(header, header.length + raster.dots().length);
    System.arraycopy(raster.dots(), 0, file, header.length, raster.dots().length);
    Files.write(pbm, file);
    Process zbar = new ProcessBuilder("zbarimg", "-q", "--raw", pbm.toString()).start();
    assertEquals(PICK_UP, new String(zbar.getInputStream().readAllBytes(), US_ASCII).strip());
    for (int y = 0; y < raster.height(); y++) {
      assertFalse(raster.black(0, y) || raster.black(ReceiptRaster.WIDTH - 1, y), "cut off");
    }
  }

  @Test
  void bookingSaysWhenWhereAndWhomToCall() {
    var booking =
        new Receipt.Booking("YL-0007", "云岭", TIME, "12345", "20417", Optional.of(TIME.plusDays(1)));
    String text = text(booking, Locale.SIMPLIFIED_CHINESE, Receipts.Medium.ROLL_80);
    for (String part : List.of("预约凭证", "20417", "2026年11月23日21:04", "12345", "云岭")) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
    var whenever = new Receipt.Booking("YL-0007", "云岭", TIME, "12345", "20417", Optional.empty());
    assertTrue(text(whenever, Locale.ENGLISH, Receipts.Medium.A4).contains("askbytelephone"));
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
