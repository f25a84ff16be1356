package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class LicenceRendererTest {
  private static final Copy ORIGINAL = new Copy.Original();
  private static final Copy DUPLICATE = new Copy.Duplicate("1-1");

  private final LicenceRenderer renderer = PrintRoom.renderer();

  @ParameterizedTest
  @FieldSource("io.hall24.kiosk.licence.PrintRoom#ORDERS")
  void everythingThatTheRegistryWroteIsExtractedUnchanged(String name) {
    LicenceFace face = PrintRoom.order(name).face();
    for (Copy copy : List.of(ORIGINAL, DUPLICATE)) {
      String text = PdfText.of(PrintRoom.pdf(renderer.overprint(face, copy)));
      assertTrue(text.contains(face.uscc()));
      face.items()
          .values()
          .forEach(item -> assertTrue(text.contains(PdfText.squeezed(item)), () -> item + text));
    }
  }

  @Test
  void rareCharactersOfNamesAreDrawnAndExtracted() {
    String name = "云岭示例㛃䶮𬭎𠮷有限公司";
    Pdf pdf =
        PrintRoom.pdf(renderer.overprint(PrintRoom.face(Map.of(FaceItem.NAME, name)), ORIGINAL));
    assertTrue(PdfText.of(pdf).contains(name));
  }

  @Test
  void ideographIsNotExtractedAsTheRadicalThatSharesItsGlyph() {
    String name = "食⻝食⻝长⻓云岭";
    Pdf pdf =
        PrintRoom.pdf(renderer.overprint(PrintRoom.face(Map.of(FaceItem.NAME, name)), ORIGINAL));
    assertTrue(PdfText.of(pdf).contains(name), () -> PdfText.of(pdf));
  }

  @Test
  void randomCommonAndRareTextSurvivesExtraction() {
    var random = new Random(24);
    String scope =
        random
            .ints(400, 0x4E00, 0x9FA6)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    Pdf pdf =
        PrintRoom.pdf(
            renderer.overprint(PrintRoom.face(Map.of(FaceItem.BUSINESS_SCOPE, scope)), ORIGINAL));
    assertTrue(PdfText.of(pdf).contains(scope));
  }

  @Test
  void characterThatNoFontHasIsRefusedByName() {
    int unassigned = 0x3FFFD;
    var face = PrintRoom.face(Map.of(FaceItem.PERSON, "林" + Character.toString(unassigned)));
    assertEquals(
        new Rendering.MissingGlyph(SheetPart.PERSON, unassigned),
        renderer.overprint(face, ORIGINAL));
  }

  @Test
  void controlCharacterIsRefused() {
    var face = PrintRoom.face(Map.of(FaceItem.PLACE, "云岭市\n示例区"));
    assertEquals(
        new Rendering.MissingGlyph(SheetPart.PLACE, '\n'), renderer.overprint(face, DUPLICATE));
  }

  @Test
  void textThatDoesNotFitEvenWhenSmallIsRefusedAndNeverCut() {
    var name = PrintRoom.face(Map.of(FaceItem.NAME, "云".repeat(200)));
    assertEquals(new Rendering.DoesNotFit(SheetPart.NAME), renderer.overprint(name, ORIGINAL));
    var scope = PrintRoom.face(Map.of(FaceItem.BUSINESS_SCOPE, "茶叶销售；".repeat(500)));
    assertEquals(
        new Rendering.DoesNotFit(SheetPart.BUSINESS_SCOPE), renderer.overprint(scope, ORIGINAL));
  }

  @Test
  void longScopeShrinksAndStaysWhole() {
    String scope = "茶叶销售；".repeat(150);
    Pdf pdf =
        PrintRoom.pdf(
            renderer.overprint(PrintRoom.face(Map.of(FaceItem.BUSINESS_SCOPE, scope)), DUPLICATE));
    assertTrue(PdfText.of(pdf).contains(scope));
  }

  @Test
  void qrCodeThatWouldBeTooFineToReadIsRefused() {
    LicenceFace face = PrintRoom.order("cha").face();
    LicenceFace dense = PrintRoom.with(face, face.items(), "x".repeat(2000));
    assertEquals(new Rendering.DoesNotFit(SheetPart.QR), renderer.overprint(dense, ORIGINAL));
  }

  @Test
  void missingItemAndItemWithoutPlaceAreRefused() {
    LicenceFace face = PrintRoom.order("cha").face();
    var without = new EnumMap<>(face.items());
    without.remove(FaceItem.CAPITAL);
    assertEquals(
        new Rendering.Absent(SheetPart.CAPITAL),
        renderer.overprint(PrintRoom.with(face, without, face.qr()), ORIGINAL));
    assertEquals(
        new Rendering.Unplaced(SheetPart.COMPOSITION),
        renderer.overprint(PrintRoom.face(Map.of(FaceItem.COMPOSITION, "个人经营")), ORIGINAL));
  }

  @Test
  void individualBusinessMayHaveNoName() {
    LicenceFace face = PrintRoom.order("studio").face();
    var without = new EnumMap<>(face.items());
    without.remove(FaceItem.NAME);
    String text =
        PdfText.of(
            PrintRoom.pdf(renderer.overprint(PrintRoom.with(face, without, face.qr()), ORIGINAL)));
    assertFalse(text.contains("名称"));
    assertTrue(text.contains("经营者何沐云"));
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeOfEntityIsPrintedWithItsOwnCaptions(EntityType type) {
    LicenceForms forms = LicenceForms.shipped();
    for (Copy copy : List.of(ORIGINAL, DUPLICATE)) {
      var places = forms.of(copy).itemsOf(type).orElseThrow();
      Map<FaceItem, String> items = new EnumMap<>(FaceItem.class);
      places.forEach(place -> items.put(place.item(), "示例" + place.item().name()));
      LicenceFace cha = PrintRoom.order("cha").face();
      var face =
          new LicenceFace(
              type,
              cha.uscc(),
              items,
              cha.qr(),
              cha.authority(),
              cha.issueDate(),
              cha.licenceNumber());
      String text = PdfText.of(PrintRoom.pdf(renderer.overprint(face, copy)));
      places.forEach(place -> assertTrue(text.contains(place.caption().text()), () -> text));
    }
  }

  @Test
  void overprintHasNothingThatTheStockHasAlready() {
    String text = PdfText.of(PrintRoom.overprint("cha"));
    assertFalse(text.contains("营业执照样"), text);
    assertFalse(text.contains("监制"), text);
    assertFalse(text.contains("登记机关"), text);
    assertTrue(text.contains("样本"), text);
  }

  @Test
  void duplicateHasItsLabelAndTheAnnualReportSentence() {
    Order order = PrintRoom.order("cha");
    String text =
        PdfText.of(PrintRoom.pdf(renderer.overprint(order.face(), order.pending().get(1))));
    assertTrue(text.contains("副本编号1-1"), text);
    assertTrue(text.contains("每年1月1日至6月30日"), text);
  }

  @Test
  void previewShowsTheWholeSheetWithSampleAcrossIt() {
    String text =
        PdfText.of(PrintRoom.pdf(renderer.preview(PrintRoom.order("cha").face(), ORIGINAL)));
    assertTrue(text.contains("营业执照"));
    assertTrue(text.contains("登记机关"));
    assertTrue(text.contains("样本"));
  }

  @Test
  void sameFaceGivesTheSameBytesAndAnotherFaceOthers() {
    Order order = PrintRoom.order("long-scope");
    Pdf first = PrintRoom.pdf(renderer.overprint(order.face(), ORIGINAL));
    Pdf again = PrintRoom.pdf(PrintRoom.renderer().overprint(order.face(), ORIGINAL));
    assertArrayEquals(first.bytes(), again.bytes());
    assertNotEquals(first.sha256(), PrintRoom.overprint("cha").sha256());
  }
}
