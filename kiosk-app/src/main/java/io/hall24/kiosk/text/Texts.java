package io.hall24.kiosk.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every text that a person reads, in one language. The texts lie in one properties file a topic and
 * language beside this class; {@code {0}} in a text stands for the first value, and so on.
 */
public final class Texts {
  /** Chinese as the mainland writes it, and English: the two that are always there. */
  public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private static final List<String> TOPICS =
      List.of("device", "maintenance", "privacy", "receipt", "screen", "voice");
  private static final Pattern VALUE = Pattern.compile("\\{([0-9])}");

  private final Locale language;
  private final Map<String, String> texts = new HashMap<>();

  private Texts(Locale language) {
    this.language = language;
    var pack = LanguagePack.of(language);
    if (pack.isPresent()) {
      texts.putAll(pack.get().texts());
      return;
    }
    for (String topic : TOPICS) {
      var bundle =
          ResourceBundle.getBundle(
              "io.hall24.kiosk.text." + topic,
              language,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }
  }

  /** Every language that a person may choose: the two, and those of installed packs. */
  public static List<Locale> languages() {
    return Stream.concat(LANGUAGES.stream(), LanguagePack.installed().stream()).toList();
  }

  /**
   * The texts of a language.
   *
   * @throws MissingResourceException for a language that is not one of {@link #languages}
   */
  public static Texts of(Locale language) {
    return new Texts(language);
  }

  /** The language. */
  public Locale language() {
    return language;
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  /**
   * A text with values in it.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String text(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingResourceException("no text", "Texts " + language, key);
    }
    return VALUE
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(match.group(1))])));
  }

  /** A text with its places, as it stands in the bundle. */
  String raw(String key) {
    return text(key, "{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}");
  }
}
