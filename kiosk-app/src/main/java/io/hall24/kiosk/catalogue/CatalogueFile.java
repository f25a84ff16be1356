package io.hall24.kiosk.catalogue;

import io.hall24.config.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a catalogue: UTF-8 text, one item a line, cells parted by tabs, several values of a cell by
 * semicolons. Lines that begin with {@code #} are remarks; the first other line names the cells.
 */
public final class CatalogueFile {
  private static final String SHIPPED = "/io/hall24/config/catalogue/unofficial-sample.tsv";
  private static final List<String> CELLS =
      List.of(
          "code",
          "title",
          "title-en",
          "themes",
          "events",
          "audiences",
          "materials",
          "id-card-only",
          "window",
          "guide",
          "here");

  private final String name;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  private CatalogueFile(String name) {
    this.name = name;
  }

  /** The sample catalogue that the product comes with. */
  public static CatalogueLoading shipped() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(SHIPPED)) {
      return read("unofficial-sample.tsv", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads a catalogue's text.
   *
   * @param name for messages
   */
  public static CatalogueLoading read(String name, String text) {
    var file = new CatalogueFile(name);
    List<ServiceItem> items = file.items(text.lines().toList());
    return file.mistakes.isEmpty()
        ? new CatalogueLoading.Loaded(new ServiceCatalogue(items))
        : new CatalogueLoading.Faulty(file.mistakes);
  }

  private List<ServiceItem> items(List<String> lines) {
    List<ServiceItem> items = new ArrayList<>();
    boolean headed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (!headed) {
        headed = true;
        if (!cells.equals(CELLS)) {
          mistake(i, "header", "expected the cells " + String.join(", ", CELLS));
          return List.of();
        }
      } else if (cells.size() != CELLS.size()) {
        mistake(i, "line", cells.size() + " cells; expected " + CELLS.size());
      } else {
        item(i, cells).ifPresent(items::add);
      }
    }
    if (!headed) {
      mistake(0, "header", "the file is empty");
    }
    return items;
  }

  private Optional<ServiceItem> item(int line, List<String> cells) {
    int before = mistakes.size();
    String code = wanted(line, cells, "code");
    if (!codes.add(code)) {
      mistake(line, "code", code + " stands in this file already");
    }
    String title = wanted(line, cells, "title");
    String window = wanted(line, cells, "window");
    String guide = wanted(line, cells, "guide");
    Set<Theme> themes = choices(line, cells, "themes", Theme.class);
    if (themes.isEmpty()) {
      mistake(line, "themes", "an item needs at least one theme");
    }
    var events = choices(line, cells, "events", LifeEvent.class);
    var audiences = choices(line, cells, "audiences", Audience.class);
    var here = choices(line, cells, "here", ServiceItem.Here.class).stream().findFirst();
    boolean idCardOnly = yes(line, cells, "id-card-only");
    if (mistakes.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceItem(
            code,
            title,
            Optional.of(cell(cells, "title-en")).filter(english -> !english.isBlank()),
            themes,
            events,
            audiences,
            values(cells, "materials").toList(),
            idCardOnly,
            window,
            guide,
            here));
  }

  private static String cell(List<String> cells, String called) {
    return cells.get(CELLS.indexOf(called)).strip();
  }

  private static Stream<String> values(List<String> cells, String called) {
    return Stream.of(cell(cells, called).split(";")).map(String::strip).filter(v -> !v.isEmpty());
  }

  private String wanted(int line, List<String> cells, String called) {
    String value = cell(cells, called);
    if (value.isEmpty()) {
      mistake(line, called, "is missing");
    }
    return value;
  }

  private boolean yes(int line, List<String> cells, String called) {
    String value = cell(cells, called);
    if (!value.equals("yes") && !value.equals("no")) {
      mistake(line, called, "'" + value + "'; expected yes or no");
    }
    return value.equals("yes");
  }

  private <E extends Enum<E>> Set<E> choices(
      int line, List<String> cells, String called, Class<E> kind) {
    return values(cells, called)
        .flatMap(value -> choice(line, called, value, kind).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private <E extends Enum<E>> Optional<E> choice(
      int line, String called, String value, Class<E> kind) {
    for (E choice : kind.getEnumConstants()) {
      if (choice.name().equals(value)) {
        return Optional.of(choice);
      }
    }
    mistake(line, called, "'" + value + "'; expected " + List.of(kind.getEnumConstants()));
    return Optional.empty();
  }

  private void mistake(int index, String where, String problem) {
    mistakes.add(new Mistake(name, index + 1, where, problem));
  }
}
