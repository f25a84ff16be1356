package io.hall24.kiosk.ui.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Recordings in place of synthesis, text by text: {@code LANGUAGE/KEY.wav} in a folder, as in
 * {@code zh-CN/screen.place.wav}. What nobody has recorded is left to another voice.
 *
 * @param folder that may not be there
 * @param otherwise says what is not recorded
 */
public record Recordings(Path folder, Synthesis otherwise) implements Synthesis {
  @Override
  public boolean available() {
    return otherwise.available() || Files.isDirectory(folder);
  }

  @Override
  public Voiced say(Phrase phrase) throws InterruptedException {
    Optional<Voiced> recorded = phrase.prompt().flatMap(key -> recorded(phrase, key));
    return recorded.isPresent() ? recorded.get() : otherwise.say(phrase);
  }

  private Optional<Voiced> recorded(Phrase phrase, String key) {
    Path file = folder.resolve(phrase.language().toLanguageTag()).resolve(key + ".wav");
    try {
      return Files.isReadable(file)
          ? WavSound.read(Files.readAllBytes(file)).map(Voiced.Sounding::new)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
