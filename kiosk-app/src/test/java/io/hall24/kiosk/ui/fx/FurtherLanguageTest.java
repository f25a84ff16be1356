package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.LanguagePack;
import io.hall24.kiosk.text.LanguagePack.Reading;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A further language is a directory of texts. The one here is a pseudo-locale: English with other
 * letters, a third longer.
 */
class FurtherLanguageTest {
  private static final Locale PSEUDO = Locale.forLanguageTag("en-XA");
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Set<String> KINDS =
      Set.of(
          "home-night",
          "choose-theme",
          "choose-service",
          "type-service-pinyin",
          "show-service",
          "consent",
          "enter-can",
          "confirm-order-LIMITED_COMPANY",
          "printing-PRINTING",
          "rate",
          "ended-partly-UNCLEAR");

  @TempDir Path directory;

  @AfterEach
  void remove() {
    new LanguagePack(PSEUDO, java.util.Map.of()).remove();
  }

  /** Every third vowel is written twice, so that words stay words. */
  static String longer(String text) {
    StringBuilder made = new StringBuilder();
    int vowels = 0;
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      int vowel = "aeiou".indexOf(c);
      if (vowel < 0) {
        made.append(c);
      } else {
        made.append("àéîöü".charAt(vowel));
        if (++vowels % 3 == 0) {
          made.append("àéîöü".charAt(vowel));
        }
      }
    }
    return made.toString();
  }

  private void write(UnaryOperator<String> how) throws IOException {
    for (String topic : List.of("privacy", "receipt", "screen")) {
      Properties english = new Properties();
      String file = "/io/hall24/kiosk/text/" + topic + "_en.properties";
      try (var in =
          new InputStreamReader(
              Objects.requireNonNull(Texts.class.getResourceAsStream(file), file),
              StandardCharsets.UTF_8)) {
        english.load(in);
      }
      english.replaceAll((key, text) -> how.apply(text.toString()));
      try (Writer out = Files.newBufferedWriter(directory.resolve(topic + ".properties"))) {
        english.store(out, "");
      }
    }
  }

  private LanguagePack complete() {
    return switch (LanguagePack.read(PSEUDO, directory)) {
      case Reading.Complete(var pack) -> pack;
      case Reading.Faulty(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void screensInALongerLanguageAreRightToo() throws IOException, InterruptedException {
    write(FurtherLanguageTest::longer);
    complete().install();
    assertEquals(3, Texts.languages().size());
    List<String> faults = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (ScreenState state : Samples.all()) {
        if (KINDS.contains(state.page().name())) {
          faults.addAll(
              TOOLKIT.call(() -> Inspection.faults(state, Appearance.usual(shape).in(PSEUDO))));
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void aTouchLeadsFromOneLanguageToTheNextAndBackToTheFirst() throws IOException {
    write(FurtherLanguageTest::longer);
    complete().install();
    Appearance chinese = Appearance.usual(Shape.PORTRAIT);
    Appearance english = chinese.otherLanguage();
    assertEquals(Locale.ENGLISH, english.language());
    assertEquals(PSEUDO, english.otherLanguage().language());
    assertEquals(Locale.SIMPLIFIED_CHINESE, english.otherLanguage().other());
    assertEquals(chinese, english.otherLanguage().otherLanguage());
  }

  @Test
  void halfALanguageIsNone() throws IOException {
    write(text -> text.replace("{0}", ""));
    var faulty = assertInstanceOf(Reading.Faulty.class, LanguagePack.read(PSEUDO, directory));
    assertTrue(faulty.problems().contains("screen.time.left has other places for values"));
    Files.delete(directory.resolve("screen.properties"));
    faulty = assertInstanceOf(Reading.Faulty.class, LanguagePack.read(PSEUDO, directory));
    assertTrue(faulty.problems().contains("screen.language is missing"));
    assertEquals(2, Texts.languages().size());
  }
}
