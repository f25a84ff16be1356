package io.hall24.kiosk.licence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fonts of everything that goes on paper: parsed once, when first needed, and kept, because
 * parsing takes longer than drawing a page. Belongs to one thread, like the font library under it.
 */
public final class PaperFonts {
  private final Path directory;
  private final Map<String, FontFile> parsed = new HashMap<>();

  private PaperFonts(Path directory) {
    this.directory = directory;
  }

  /** The outcome of looking for the fonts. */
  public sealed interface Opening {
    /** All files are there. */
    record Opened(PaperFonts fonts) implements Opening {}

    /** A file that the faces need is not there or cannot be read. */
    record Missing(Path file) implements Opening {}
  }

  /** Looks for the files of all faces in a directory; reads none of them yet. */
  public static Opening open(Path directory) {
    for (FontFace face : FontFace.values()) {
      for (String file : face.files()) {
        if (!Files.isReadable(directory.resolve(file))) {
          return new Opening.Missing(directory.resolve(file));
        }
      }
    }
    return new Opening.Opened(new PaperFonts(directory));
  }

  /** Parses the files of a face and of its fall-backs, so that the first sheet is not slow. */
  public void warmUp(FontFace face) {
    face.files().forEach(this::file);
  }

  /**
   * A glyph and the file that has it.
   *
   * @param thin whether the file is lighter than the face, so that the outline must be thickened
   */
  record Glyph(FontFile file, int id, int codePoint, boolean thin) {
    double advance() {
      return file.advance(id);
    }
  }

  /** The glyph of a character in the first file of the face that has one. */
  Optional<Glyph> glyph(FontFace face, int codePoint) {
    if (Character.isISOControl(codePoint)) {
      return Optional.empty();
    }
    for (String name : face.files()) {
      FontFile file = file(name);
      int id = file.glyph(codePoint);
      if (id != 0) {
        return Optional.of(new Glyph(file, id, codePoint, face.bold() && !face.isOwn(name)));
      }
    }
    return Optional.empty();
  }

  private FontFile file(String name) {
    return parsed.computeIfAbsent(
        name,
        missing -> {
          try {
            return FontFile.parse(directory.resolve(missing));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }
}
