package io.hall24.kiosk.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A further language as a directory of properties files, one a topic, in UTF-8: {@code
 * screen.properties}, {@code receipt.properties} and {@code privacy.properties}, with the texts of
 * the English ones. A text that is missing, or has other places for values, keeps the whole
 * language out: nobody meets half a screen. What only staff read stays English.
 *
 * @param language written from left to right
 * @param texts by key
 */
public record LanguagePack(Locale language, Map<String, String> texts) {
  private static final Map<String, LanguagePack> INSTALLED = new ConcurrentSkipListMap<>();

  /** What citizens read; keys begin with these words. */
  private static final List<String> TOPICS = List.of("privacy", "receipt", "screen");

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  public LanguagePack {
    texts = Map.copyOf(texts);
  }

  /** What came of reading a pack. */
  public sealed interface Reading {
    /** It can be installed. */
    record Complete(LanguagePack pack) implements Reading {}

    /** It cannot; everything that is wrong with it. */
    record Faulty(List<String> problems) implements Reading {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads a language. */
  public static Reading read(Locale language, Path directory) {
    Map<String, String> read = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (String topic : TOPICS) {
      Path file = directory.resolve(topic + ".properties");
      Properties properties = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException unreadable) {
        problems.add(file + " cannot be read");
      }
      properties.forEach((key, text) -> read.put(key.toString(), text.toString()));
    }
    check(read, problems);
    return problems.isEmpty()
        ? new Reading.Complete(new LanguagePack(language, read))
        : new Reading.Faulty(problems);
  }

  private static void check(Map<String, String> read, List<String> problems) {
    Texts english = Texts.of(Locale.ENGLISH);
    for (String key : english.keys()) {
      if (TOPICS.stream().noneMatch(topic -> key.startsWith(topic + "."))) {
        read.put(key, english.raw(key));
      }
      String text = read.get(key);
      if (text == null || text.isBlank()) {
        problems.add(key + " is missing");
      } else if (!places(text).equals(places(english.raw(key)))) {
        problems.add(key + " has other places for values");
      }
    }
    Set<String> unknown = new TreeSet<>(read.keySet());
    unknown.removeAll(english.keys());
    unknown.forEach(key -> problems.add(key + " is not a text"));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** People may choose it from now on. */
  public void install() {
    INSTALLED.put(language.toLanguageTag(), this);
  }

  /** Nobody may choose it any more. */
  public void remove() {
    INSTALLED.remove(language.toLanguageTag());
  }

  static Optional<LanguagePack> of(Locale language) {
    return Optional.ofNullable(INSTALLED.get(language.toLanguageTag()));
  }

  static List<Locale> installed() {
    return INSTALLED.values().stream().map(LanguagePack::language).toList();
  }
}
