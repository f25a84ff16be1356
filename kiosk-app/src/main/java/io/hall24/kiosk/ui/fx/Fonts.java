package io.hall24.kiosk.ui.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the typefaces of the screens from the data directory. */
final class Fonts {
  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final List<String> FILES =
      List.of("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf", "NotoSerifSC_600SemiBold.ttf");

  private Fonts() {}

  static void load(Path directory) {
    for (String file : FILES) {
      Path font = directory.resolve(file);
      if (!Files.isReadable(font) || Font.loadFont(font.toUri().toString(), 12) == null) {
        LOG.warn("screen font cannot be loaded: {}", font);
      }
    }
  }
}
