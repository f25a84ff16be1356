package io.hall24.kiosk.ui;

import io.hall24.kiosk.text.Texts;
import java.util.List;
import java.util.Locale;

/**
 * How screens look; the person may change it at any moment, and everything else stays.
 *
 * @param language first language; the other one stands under it, smaller
 * @param size of the text
 * @param scheme colours
 * @param reach where the things to touch are
 * @param shape of the panel
 */
public record Appearance(Locale language, TextSize size, Scheme scheme, Reach reach, Shape shape) {
  /** Sizes of the text. */
  public enum TextSize {
    SMALL(0.9),
    MEDIUM(1),
    LARGE(1.25),
    EXTRA_LARGE(1.5);

    private final double factor;

    TextSize(double factor) {
      this.factor = factor;
    }

    /** Relative to the usual size. */
    public double factor() {
      return factor;
    }
  }

  /** Colour schemes; each is one CSS file of tokens. */
  public enum Scheme {
    LIGHT,
    DARK,
    CONTRAST_LIGHT,
    CONTRAST_DARK;

    /** Its file, beside the drawing classes. */
    public String file() {
      return "scheme-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".css";
    }
  }

  /** Where the things to touch are. */
  public enum Reach {
    USUAL,
    /** Everything to touch lies in the lower half, for a person who sits. */
    LOW
  }

  /** Shapes of panels, in pixels. */
  public enum Shape {
    PORTRAIT(1080, 1920),
    LANDSCAPE(1920, 1080);

    private final int width;
    private final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }
  }

  /** Chinese, usual size, light. */
  public static Appearance usual(Shape shape) {
    return new Appearance(
        Locale.SIMPLIFIED_CHINESE, TextSize.MEDIUM, Scheme.LIGHT, Reach.USUAL, shape);
  }

  /**
   * What stands under the first language, smaller: English under Chinese, Chinese under all others.
   */
  public Locale other() {
    return Texts.LANGUAGES.stream()
        .filter(known -> !known.equals(language))
        .findFirst()
        .orElseThrow();
  }

  /** The language that comes after this one; after the last comes the first. */
  public Locale nextLanguage() {
    List<Locale> all = Texts.languages();
    return all.get((all.indexOf(language) + 1) % all.size());
  }

  /** The same in the next language. */
  public Appearance otherLanguage() {
    return new Appearance(nextLanguage(), size, scheme, reach, shape);
  }

  /** The same in another language. */
  public Appearance in(Locale newLanguage) {
    return new Appearance(newLanguage, size, scheme, reach, shape);
  }

  /** The same with another text size. */
  public Appearance sized(TextSize newSize) {
    return new Appearance(language, newSize, scheme, reach, shape);
  }

  /** The same in other colours. */
  public Appearance coloured(Scheme newScheme) {
    return new Appearance(language, size, newScheme, reach, shape);
  }

  /** Whether letters are as large and as clear as they can be: the elder mode. */
  public boolean elder() {
    return size == TextSize.EXTRA_LARGE && scheme == Scheme.CONTRAST_LIGHT;
  }

  /** Whether somebody who reads or reaches like this is given twice the time. */
  public boolean unhurried() {
    return size == TextSize.EXTRA_LARGE || reach == Reach.LOW;
  }

  /** Elder mode, or out of it; language and reach stay. */
  public Appearance otherElder() {
    return elder()
        ? sized(TextSize.MEDIUM).coloured(Scheme.LIGHT)
        : sized(TextSize.EXTRA_LARGE).coloured(Scheme.CONTRAST_LIGHT);
  }

  /** The same with the things to touch elsewhere. */
  public Appearance otherReach() {
    Reach other = reach == Reach.LOW ? Reach.USUAL : Reach.LOW;
    return new Appearance(language, size, scheme, other, shape);
  }
}
