package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceFormsTest {
  private static final String ORIGINAL = "original-a3.yaml";
  private static final String DUPLICATE = "duplicate-a4.yaml";

  private static List<Mistake> mistakes(String original) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(ORIGINAL, original);
    texts.put(DUPLICATE, PrintRoom.shippedForm(DUPLICATE));
    return assertInstanceOf(FormsLoading.Faulty.class, LicenceForms.parse(texts)).mistakes();
  }

  private static String planted(String from, String to) {
    String text = PrintRoom.shippedForm(ORIGINAL);
    assertTrue(text.contains(from), from);
    return text.replaceFirst(Pattern.quote(from), to);
  }

  private static int line(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count();
  }

  @Test
  void shippedFormsHaveTheSizesOfTheNoticeAndSaySample() {
    LicenceForms forms = LicenceForms.shipped();
    assertEquals(420, forms.original().width());
    assertEquals(297, forms.original().height());
    assertEquals(297, forms.duplicate().width());
    assertEquals(210, forms.duplicate().height());
    assertTrue(forms.original().sampleMark().orElseThrow().text().contains("样本"));
    assertTrue(forms.duplicate().sampleMark().orElseThrow().text().contains("样本"));
  }

  @Test
  void everyTypeOfEntityHasItsItemsOnBothSheets() {
    LicenceForms forms = LicenceForms.shipped();
    for (EntityType type : EntityType.values()) {
      assertEquals(
          forms.original().itemsOf(type).orElseThrow().stream().map(place -> place.item()).toList(),
          forms.duplicate().itemsOf(type).orElseThrow().stream()
              .map(place -> place.item())
              .toList());
    }
  }

  @Test
  void everyMistakeIsReportedAtOnceWithItsLine() {
    String text =
        planted("size: 40}", "size: 400}")
            .replace("caption: 成立日期, row: right-2}", "caption: 成立日期, row: right-9}")
            .replace("face: sans-bold, size: 17", "face: comic, size: 17")
            .replace("ink: '#9A7328'}\n  stock", "ink: gold}\n  stock")
            .replace("issue-day:", "issue-hour:")
            .replace("digits: 6", "digits: six")
            .replace("width: 142, lines: 9", "width: 350, lines: 9");
    List<Mistake> mistakes = mistakes(text);
    assertAt(mistakes, line(text, "size: 400}"), "qr.size");
    assertAt(mistakes, line(text, "row: right-9"), "items.limited-company.established.row");
    assertAt(mistakes, line(text, "face: comic"), "styles.code.face");
    assertAt(mistakes, line(text, "ink: gold"), "styles.title.ink");
    assertAt(mistakes, line(text, "issue-hour:"), "parts.issue-hour");
    assertAt(mistakes, line(text, "digits: six"), "stock.number.digits");
    assertAt(mistakes, line(text, "width: 350, lines: 9"), "rows.left-4.text.width");
  }

  private static void assertAt(List<Mistake> mistakes, int line, String where) {
    assertTrue(
        mistakes.stream().anyMatch(m -> m.line() == line && m.where().equals(where)),
        () -> line + " " + where + " is not among " + mistakes);
  }

  @Test
  void unknownSettingIsAMistake() {
    List<Mistake> mistakes = mistakes(planted("copy: original", "copy: original\ncolour: red"));
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertEquals(5, mistakes.getFirst().line());
  }

  @Test
  void rowTakenTwiceIsAMistake() {
    List<Mistake> mistakes = mistakes(planted("类型, row: left-2", "类型, row: left-1"));
    assertTrue(mistakes.getFirst().problem().contains("taken"), mistakes::toString);
  }

  @Test
  void roomsThatReachIntoEachOtherAreMistakesWithTheirLines() {
    String text =
        planted("left: 81, baseline: 162", "left: 81, baseline: 152")
            .replace("qr: {left: 304, top: 36", "qr: {left: 100, top: 36")
            .replace("left: 60, baseline: 70", "left: 60, baseline: 66");
    List<Mistake> mistakes = mistakes(text);
    assertAt(mistakes, line(text, "left: 81, baseline: 152"), "rows.left-3.text");
    assertAt(mistakes, line(text, "left: 100, top: 36"), "qr.size");
    assertAt(mistakes, line(text, "left: 60, baseline: 66"), "parts.licence-number.text");
  }

  @Test
  void fixedTextThatNoFontHasIsNamed() {
    String odd = Character.toString(0x3FFFD);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(ORIGINAL, planted("caption: 投资人", "caption: 投资" + odd));
    texts.put(DUPLICATE, PrintRoom.shippedForm(DUPLICATE));
    LicenceForms forms =
        assertInstanceOf(FormsLoading.Loaded.class, LicenceForms.parse(texts)).forms();
    assertEquals(
        Optional.of("U+3FFFD of '投资" + odd + "'"), forms.missingCharacter(PrintRoom.fonts()));
    assertEquals(Optional.empty(), LicenceForms.shipped().missingCharacter(PrintRoom.fonts()));
  }

  @Test
  void unofficialFormWithoutSampleMarkIsRefused() {
    List<Mistake> mistakes = mistakes(planted("sample-mark:", "#"));
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertEquals("form", mistakes.getFirst().where());
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    List<Mistake> mistakes = mistakes(planted("styles:", "styles: {"));
    assertTrue(mistakes.getFirst().problem().contains("YAML"), mistakes::toString);
  }

  @Test
  void formsOfTwoBundlesDoNotMix() {
    List<Mistake> mistakes =
        mistakes(planted("form: unofficial-sample-2019", "form: unofficial-sample-2020"));
    assertTrue(mistakes.getFirst().problem().contains("different"), mistakes::toString);
  }

  @Test
  void bundleIsReadFromADirectory(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve(ORIGINAL), PrintRoom.shippedForm(ORIGINAL));
    assertInstanceOf(FormsLoading.Faulty.class, LicenceForms.load(directory));
    Files.writeString(directory.resolve(DUPLICATE), PrintRoom.shippedForm(DUPLICATE));
    assertInstanceOf(FormsLoading.Loaded.class, LicenceForms.load(directory));
  }
}
