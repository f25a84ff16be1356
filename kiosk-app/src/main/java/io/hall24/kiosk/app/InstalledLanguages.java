package io.hall24.kiosk.app;

import io.hall24.kiosk.text.LanguagePack;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Further languages: each a directory {@code texts/TAG} of the data directory. */
final class InstalledLanguages {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledLanguages.class);

  private InstalledLanguages() {}

  /** Installs every language that is complete, and says what is wrong with the others. */
  static void from(Path data) {
    Path texts = data.resolve("texts");
    if (!Files.isDirectory(texts)) {
      return;
    }
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(texts)) {
      for (Path directory : directories) {
        Locale language = Locale.forLanguageTag(directory.getFileName().toString());
        switch (LanguagePack.read(language, directory)) {
          case LanguagePack.Reading.Complete(var pack) -> pack.install();
          case LanguagePack.Reading.Faulty(var problems) ->
              LOG.warn("the language {} is left out: {}", language, problems);
        }
      }
    } catch (IOException unreadable) {
      LOG.warn("no further languages: {}", unreadable.toString());
    }
  }
}
