package io.hall24.kiosk.licence;

import io.hall24.config.Mistake;
import io.hall24.config.Section;
import io.hall24.kiosk.licence.LicenceForm.CopyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bundle of forms: one for the original and one for duplicates, both of the same name.
 *
 * @param original 正本
 * @param duplicate 副本
 */
public record LicenceForms(LicenceForm original, LicenceForm duplicate) {
  /** Files of a bundle. */
  public static final List<String> FILES = List.of("original-a3.yaml", "duplicate-a4.yaml");

  private static final String SHIPPED = "/io/hall24/config/forms/unofficial-sample-2019/";

  /** Reads a bundle from a directory, and reports every mistake of both files at once. */
  public static FormsLoading load(Path directory) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : FILES) {
      try {
        texts.put(file, Files.readString(directory.resolve(file)));
      } catch (IOException unreadable) {
        return new FormsLoading.Faulty(
            List.of(new Mistake(file, 1, "file", "cannot be read: " + unreadable)));
      }
    }
    return parse(texts);
  }

  /** The sample forms that come with the program; every sheet of them says 样本. */
  public static LicenceForms shipped() {
    Map<String, String> texts = new LinkedHashMap<>();
    FILES.forEach(file -> texts.put(file, shippedText(file)));
    return switch (parse(texts)) {
      case FormsLoading.Loaded loaded -> loaded.forms();
      case FormsLoading.Faulty faulty -> throw new IllegalStateException(faulty.toString());
    };
  }

  private static String shippedText(String file) {
    try (InputStream in = LicenceForms.class.getResourceAsStream(SHIPPED + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads the texts of a bundle's files.
   *
   * @param texts by name of the file, one form each
   */
  public static FormsLoading parse(Map<String, String> texts) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<CopyKind, LicenceForm> forms = new EnumMap<>(CopyKind.class);
    texts.forEach((file, yaml) -> {
      var page = new Section.Page(file, Map.of(), mistakes);
      Optional<LicenceForm> form = Section.read(page, yaml).map(FormReader::read);
      form.ifPresent(read -> forms.put(read.copy(), read));
    });
    LicenceForm original = forms.get(CopyKind.ORIGINAL);
    LicenceForm duplicate = forms.get(CopyKind.DUPLICATE);
    if (mistakes.isEmpty() && (original == null || duplicate == null)) {
      mistakes.add(
          new Mistake(
              String.join(", ", texts.keySet()),
              1,
              "copy",
              "expected one form with 'copy: original' and one with 'copy: duplicate'"));
    }
    if (!mistakes.isEmpty() || original == null || duplicate == null) {
      return new FormsLoading.Faulty(mistakes);
    }
    if (!original.name().equals(duplicate.name())) {
      return new FormsLoading.Faulty(
          List.of(
              new Mistake(
                  String.join(", ", texts.keySet()),
                  1,
                  "form",
                  "'%s' and '%s' are of different bundles"
                      .formatted(original.name(), duplicate.name()))));
    }
    return new FormsLoading.Loaded(new LicenceForms(original, duplicate));
  }

  /** What sheets a terminal prints on. */
  public enum Stock {
    /** Numbered sheets of an authority. */
    CONTROLLED,
    /** Those of a demonstration. */
    INVENTED
  }

  /**
   * Why sheets of a kind must not be printed with these forms, if so: sample forms never meet
   * controlled stock, and without 样本 nothing is printed for a demonstration.
   */
  public Optional<String> objection(Stock stock) {
    return switch (stock) {
      case CONTROLLED ->
          both().anyMatch(form -> form.sample() || form.sampleMark().isPresent())
              ? Optional.of("sample forms are refused on controlled stock")
              : Optional.empty();
      case INVENTED ->
          both().anyMatch(form -> form.sampleMark().isEmpty())
              ? Optional.of("forms without a sample-mark are refused in demo profiles")
              : Optional.empty();
    };
  }

  private Stream<LicenceForm> both() {
    return Stream.of(original, duplicate);
  }

  /** A character of a fixed text of these forms that no font has, if there is one. */
  public Optional<String> missingCharacter(PaperFonts fonts) {
    return both()
        .flatMap(LicenceForm::fixedTexts)
        .flatMap(label ->
            label
                .text()
                .codePoints()
                .filter(character -> fonts.glyph(label.style().face(), character).isEmpty())
                .mapToObj(character -> "U+%04X of '%s'".formatted(character, label.text())))
        .findFirst();
  }

  /** The form of a copy. */
  public LicenceForm of(Copy copy) {
    return switch (CopyKind.of(copy)) {
      case ORIGINAL -> original;
      case DUPLICATE -> duplicate;
    };
  }

  /** The font faces that the terminal prints with. */
  Set<FontFace> faces() {
    Set<FontFace> faces = EnumSet.noneOf(FontFace.class);
    for (LicenceForm form : List.of(original, duplicate)) {
      form.labels().forEach(label -> faces.add(label.style().face()));
      form.parts()
          .values()
          .forEach(part -> {
            faces.add(part.text().style().face());
            part.caption().ifPresent(caption -> faces.add(caption.style().face()));
          });
      faces.add(form.code().caption().style().face());
      faces.add(form.code().number().style().face());
      form.items().values().stream()
          .flatMap(List::stream)
          .forEach(place -> {
            faces.add(place.caption().style().face());
            faces.add(place.text().style().face());
          });
    }
    return faces;
  }
}
