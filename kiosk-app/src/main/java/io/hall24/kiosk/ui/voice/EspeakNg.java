package io.hall24.kiosk.ui.voice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Speaks through the program espeak-ng, one process a phrase. The text goes through its standard
 * input, for everybody may list the arguments of processes. Its Mandarin voice {@code cmn} reads
 * pinyin as English; {@code cmn-latn-pinyin} does not.
 */
public final class EspeakNg implements Synthesis {
  private static final String PROGRAM = "espeak-ng";
  private static final int WORDS_A_MINUTE = 160;
  private static final int SECONDS = 10;
  private static final int LONGEST_TEXT = 2_000;

  private final Optional<Path> program;

  /** On the search path of this process; made by the service loader. */
  public EspeakNg() {
    this(Optional.ofNullable(System.getenv("PATH")).flatMap(EspeakNg::onPath));
  }

  EspeakNg(Optional<Path> program) {
    this.program = program;
  }

  private static Optional<Path> onPath(String path) {
    return Arrays.stream(path.split(":", -1))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public boolean available() {
    return program.isPresent();
  }

  @Override
  public Voiced say(Phrase phrase) throws InterruptedException {
    if (program.isEmpty()) {
      return new Voiced.Mute(PROGRAM + " is not installed");
    }
    try {
      return said(program.get(), phrase);
    } catch (IOException failed) {
      return new Voiced.Mute(PROGRAM + ": " + failed.getMessage());
    }
  }

  private static Voiced said(Path program, Phrase phrase) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-v",
                voice(phrase.language()),
                "-s",
                Integer.toString(WORDS_A_MINUTE),
                "-b",
                "1",
                "--stdin",
                "--stdout")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String text = phrase.text();
      try (OutputStream in = process.getOutputStream()) {
        in.write(
            text.substring(0, Math.min(text.length(), LONGEST_TEXT))
                .getBytes(StandardCharsets.UTF_8));
      }
      byte[] wav = process.getInputStream().readAllBytes();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? WavSound.read(wav)
              .filter(sound -> sound.samples().length > 0)
              .<Voiced>map(Voiced.Sounding::new)
              .orElseGet(() -> new Voiced.Mute(PROGRAM + " made no sound"))
          : new Voiced.Mute(PROGRAM + " did not end well");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String voice(Locale language) {
    return language.equals(Locale.SIMPLIFIED_CHINESE) ? "cmn-latn-pinyin" : language.getLanguage();
  }
}
