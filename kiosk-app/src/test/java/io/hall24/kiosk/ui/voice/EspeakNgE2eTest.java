package io.hall24.kiosk.ui.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Sound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech by the program espeak-ng itself. */
@Tag("e2e")
class EspeakNgE2eTest {
  private static final Synthesis VOICE =
      ServiceLoader.load(Synthesis.class).findFirst().orElseThrow();

  private static Sound sound(String text, Locale language) throws InterruptedException {
    return assertInstanceOf(
            Synthesis.Voiced.Sounding.class,
            VOICE.say(new Phrase(text, language, false, Optional.empty())))
        .sound();
  }

  /** Root mean square of the samples, of 32,767 at most. */
  private static double loudness(Sound sound) {
    double sum = 0;
    for (short sample : sound.samples()) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / sound.samples().length);
  }

  private static void assertSpoken(Sound sound, double fewest, double most) {
    double seconds = sound.length().toMillis() / 1000.0;
    assertTrue(loudness(sound) > 300, "silent: " + loudness(sound));
    assertTrue(seconds > fewest && seconds < most, "lasts " + seconds + " s");
  }

  @Test
  void mandarinLastsAsLongAsPeopleTake() throws InterruptedException {
    assertTrue(VOICE.available());
    assertSpoken(sound("请把证件放在阅读器上", Locale.SIMPLIFIED_CHINESE), 1.2, 5);
  }

  private static String phonemes(String text) throws IOException {
    Process espeak =
        new ProcessBuilder("espeak-ng", "-v", "cmn-latn-pinyin", "-q", "-x", "--stdin").start();
    try (var in = espeak.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new String(espeak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void mandarinIsNotReadAsEnglishPinyin() throws IOException {
    assertFalse(phonemes("请").contains("(en)"));
  }

  @Test
  void englishIsSpokenToo() throws InterruptedException {
    assertSpoken(sound("Place your document on the reader.", Locale.ENGLISH), 1.2, 5);
  }

  @Test
  void aCodeIsReadDigitByDigit() throws IOException {
    String thousand = "tS;h'iE55n";
    assertTrue(phonemes("9133").contains(thousand), "the judge knows a number when it hears one");
    assertFalse(phonemes(Spelling.of("9133", Locale.SIMPLIFIED_CHINESE, "隐藏")).contains(thousand));
  }

  @Test
  void aRecordingStandsForItsText(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("zh-CN")).resolve("screen.place.wav");
    Process espeak =
        new ProcessBuilder("espeak-ng", "-v", "en", "-w", file.toString(), "a").start();
    assertEquals(0, espeak.waitFor());
    var voice = new Recordings(folder, VOICE);
    Phrase recorded =
        new Phrase("请把证件放在阅读器上", Locale.SIMPLIFIED_CHINESE, false, Optional.of("screen.place"));
    Sound heard = assertInstanceOf(Synthesis.Voiced.Sounding.class, voice.say(recorded)).sound();
    assertEquals(
        WavSound.read(Files.readAllBytes(file)).orElseThrow().samples().length,
        heard.samples().length);
    Phrase other =
        new Phrase("请取走正本", Locale.SIMPLIFIED_CHINESE, false, Optional.of("screen.take"));
    assertSpoken(
        assertInstanceOf(Synthesis.Voiced.Sounding.class, voice.say(other)).sound(), 0.7, 4);
  }
}
