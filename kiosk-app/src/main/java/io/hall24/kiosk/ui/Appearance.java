package io.hall24.kiosk.ui;

import io.hall24.kiosk.text.Texts;
import java.util.Arrays;
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
    MEDIUM(1),
    LARGE(1.15);

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

  /** The other language. */
  public Locale other() {
    return Texts.LANGUAGES.stream()
        .filter(known -> !known.equals(language))
        .findFirst()
        .orElseThrow();
  }

  /** The same with the languages exchanged. */
  public Appearance otherLanguage() {
    return new Appearance(other(), size, scheme, reach, shape);
  }

  /** The same in another language. */
  public Appearance in(Locale newLanguage) {
    return new Appearance(newLanguage, size, scheme, reach, shape);
  }

  /** The same with the other text size. */
  public Appearance otherSize() {
    return new Appearance(language, next(TextSize.values(), size), scheme, reach, shape);
  }

  /** The same with the next colours. */
  public Appearance nextScheme() {
    return new Appearance(language, size, next(Scheme.values(), scheme), reach, shape);
  }

  /** The same with the things to touch elsewhere. */
  public Appearance otherReach() {
    return new Appearance(language, size, scheme, next(Reach.values(), reach), shape);
  }

  private static <E> E next(E[] all, E now) {
    int place = Arrays.asList(all).indexOf(now);
    return all[(place + 1) % all.length];
  }
}
