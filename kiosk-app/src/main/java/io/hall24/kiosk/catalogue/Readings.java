package io.hall24.kiosk.catalogue;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a character is typed by its sound: Hanyu Pinyin without tones, {@code v} for ü. The most
 * common reading comes from Unicode's Han-Latin transform (CLDR, from Unihan {@code kMandarin});
 * characters of which names of services use several readings (银行 yín<i>háng</i>) stand in a small
 * table. Not thread-safe.
 */
final class Readings {
  private static final String TABLE = "readings.tsv";

  private final Transliterator toPinyin = Transliterator.getInstance("Han-Latin; NFD; Lower");
  private final Map<Integer, List<String>> several = several();
  private final Map<Integer, List<String>> known = new HashMap<>();

  /**
   * The readings of a character, the most common first; a Latin letter or a digit reads as itself.
   *
   * @return empty for what has no sound, e.g. a bracket
   */
  List<String> of(int character) {
    return known.computeIfAbsent(character, this::look);
  }

  private List<String> look(int character) {
    if (character < 128) {
      return Character.isLetterOrDigit(character)
          ? List.of(Character.toString(Character.toLowerCase(character)))
          : List.of();
    }
    if (several.containsKey(character)) {
      return several.get(character);
    }
    String common = letters(toPinyin.transliterate(Character.toString(character)));
    return common.isEmpty() ? List.of() : List.of(common);
  }

  /** The letters of a syllable in decomposed form; the two dots of ü make it a v. */
  private static String letters(String decomposed) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == '\u0308' && !letters.isEmpty()) {
        letters.setCharAt(letters.length() - 1, 'v');
      } else if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static Map<Integer, List<String>> several() {
    Map<Integer, List<String>> table = new HashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Readings.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 2) {
          table.put(cells[0].codePointAt(0), List.of(cells[1].split(" ")));
        }
      }
      return table;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
