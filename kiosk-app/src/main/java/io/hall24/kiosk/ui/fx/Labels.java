package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Makes labels and buttons in the two languages of an appearance. */
final class Labels {
  private static final double BUTTON_PADDING = 46;

  private final Texts first;
  private final Texts second;
  private final boolean alone;

  Labels(Appearance appearance) {
    this.first = Texts.of(appearance.language());
    this.second = Texts.of(appearance.other());
    this.alone =
        appearance.size().factor() > 1
            && (appearance.shape() == Appearance.Shape.LANDSCAPE
                || appearance.reach() == Appearance.Reach.LOW);
  }

  Texts texts() {
    return first;
  }

  Texts otherTexts() {
    return second;
  }

  /** In the first language; wraps and is never cut. */
  Label first(Words words, String... classes) {
    return plain(words.in(first), classes);
  }

  /** In the other language, smaller. */
  Label second(Words words, String... classes) {
    Label label = plain(words.in(second), classes);
    label.getStyleClass().add("second");
    return label;
  }

  /** Headline and detail in the other language, in one line if there is room. */
  Label second(Words headline, Optional<Words> detail) {
    Words both =
        detail
            .<Words>map(more -> new Words.Joined(List.of(headline, more), Words.verbatim(" · ")))
            .orElse(headline);
    return even(both.in(second).replace('\n', ' '), "second");
  }

  /** In the first language, in lines of about the same length. */
  Label even(Words words, String... classes) {
    return even(words.in(first), classes);
  }

  private static Label even(String text, String... classes) {
    Label label = new EvenLines(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** Without a language. */
  static Label plain(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /**
   * A button with both languages on it; only the first where large letters leave no room.
   *
   * @param width in pixels
   */
  Button button(Words words, String kind, double width, Runnable press) {
    Label top = first(words, "first");
    Label below = second(words);
    top.setTextAlignment(TextAlignment.CENTER);
    below.setTextAlignment(TextAlignment.CENTER);
    VBox both = alone ? new VBox(top) : new VBox(top, below);
    both.setAlignment(Pos.CENTER);
    return button(both, words, kind, width, BUTTON_PADDING, press);
  }

  /**
   * A button with a picture or several labels on it; the words are its name for assistance.
   *
   * @param width in pixels
   * @param padding left and right together
   */
  Button button(
      Region face, Words words, String kind, double width, double padding, Runnable press) {
    Button button = new Pressable(face, width, padding, press);
    button.setAccessibleText(words.in(first));
    button.getStyleClass().add(kind);
    return button;
  }
}
