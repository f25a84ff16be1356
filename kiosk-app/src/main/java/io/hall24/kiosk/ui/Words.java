package io.hall24.kiosk.ui;

import io.hall24.kiosk.text.Texts;
import java.util.List;
import java.util.Locale;

/** Something to be read, in whichever language is chosen when it is drawn. */
public sealed interface Words {
  /** The words in a language. */
  String in(Texts texts);

  /**
   * A text of the bundles.
   *
   * @param key of the text
   * @param values for its places; {@link Words} among them are put into the same language
   */
  record Text(String key, List<Object> values) implements Words {
    public Text {
      values = List.copyOf(values);
    }

    @Override
    public String in(Texts texts) {
      return texts.text(
          key,
          values.stream().map(value -> value instanceof Words w ? w.in(texts) : value).toArray());
    }
  }

  /**
   * What has no language of its own: a name, a number.
   *
   * @param text verbatim
   */
  record Verbatim(String text) implements Words {
    @Override
    public String in(Texts texts) {
      return text;
    }
  }

  /**
   * What has a name of its own in Chinese and perhaps one in English.
   *
   * @param chinese verbatim
   * @param others in every other language
   */
  record Named(String chinese, String others) implements Words {
    @Override
    public String in(Texts texts) {
      return texts.language().equals(Locale.SIMPLIFIED_CHINESE) ? chinese : others;
    }
  }

  /**
   * Several words joined.
   *
   * @param separator between them
   */
  record Joined(List<Words> parts, Words separator) implements Words {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String in(Texts texts) {
      return String.join(separator.in(texts), parts.stream().map(part -> part.in(texts)).toList());
    }
  }

  /** A text of the bundles. */
  static Words of(String key, Object... values) {
    return new Text(key, List.of(values));
  }

  /** A name or a number. */
  static Words verbatim(String text) {
    return new Verbatim(text);
  }
}
