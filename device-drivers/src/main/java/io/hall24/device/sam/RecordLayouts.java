package io.hall24.device.sam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The kinds of card that are known. */
final class RecordLayouts {
  private static final List<String> SHIPPED =
      List.of("resident", "residence-permit", "foreign-permanent-resident-2017");
  private static final String EXTENSION = ".layout";

  private final List<RecordLayout> layouts;

  private RecordLayouts(List<RecordLayout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /** The layouts that come with the driver. */
  static RecordLayouts shipped() {
    try {
      List<RecordLayout> layouts = new ArrayList<>();
      for (String name : SHIPPED) {
        try (InputStream in =
            Objects.requireNonNull(
                RecordLayouts.class.getResourceAsStream(name + EXTENSION), name)) {
          layouts.add(RecordLayout.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
      return new RecordLayouts(layouts);
    } catch (IOException broken) {
      throw new IllegalStateException("shipped record layouts", broken);
    }
  }

  /**
   * These and every {@code *.layout} file of a directory; for the same letter the file counts.
   *
   * @throws IOException when one cannot be read or is wrong; the message names it
   */
  RecordLayouts with(Path directory) throws IOException {
    List<RecordLayout> all = new ArrayList<>();
    try (var files = Files.list(directory)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(EXTENSION)).sorted().toList()) {
        try {
          all.add(RecordLayout.parse(Files.readString(file)));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
          throw new IOException(file + ": " + wrong.getMessage(), wrong);
        }
      }
    }
    all.addAll(layouts);
    return new RecordLayouts(all);
  }

  /** The layout of cards with a letter, or of those without one. */
  Optional<RecordLayout> of(Optional<String> letter) {
    return layouts.stream().filter(layout -> layout.letter().equals(letter)).findFirst();
  }
}
