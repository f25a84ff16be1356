package io.hall24.kiosk.demo.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What somebody may type into the search: names, pinyin, initials, and each with one mistake;
 * written by hand.
 *
 * @param code of the service that is meant, in the sample catalogue
 * @param typed all of it
 */
public record TypedQuery(String code, String typed) {
  private static final String FILE = "queries.tsv";

  /** All of them. */
  public static List<TypedQuery> all() {
    try (var in = Objects.requireNonNull(TypedQuery.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new TypedQuery(cells[0], cells[1]))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
