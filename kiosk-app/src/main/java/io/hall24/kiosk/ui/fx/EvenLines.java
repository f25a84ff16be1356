package io.hall24.kiosk.ui.fx;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Words in lines of about the same length: no single letter is left over. */
class EvenLines extends Label {
  private static final double NEAR = 4;
  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]+");

  EvenLines(String text) {
    super(text);
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  public void resize(double width, double height) {
    double lines = prefHeight(width);
    if (prefWidth(-1) <= width) {
      super.resize(width, height);
      return;
    }
    double narrow = Math.max(width / 2, Math.min(width, longestWord()));
    double wide = width;
    while (wide - narrow > NEAR) {
      double middle = (narrow + wide) / 2;
      if (prefHeight(middle) > lines) {
        narrow = middle;
      } else {
        wide = middle;
      }
    }
    super.resize(Math.ceil(wide), height);
  }

  /** Words and numbers stay whole; Chinese may break anywhere. */
  private double longestWord() {
    return WORD.matcher(getText())
        .results()
        .map(MatchResult::group)
        .mapToDouble(word -> {
          Text alone = new Text(word);
          alone.setFont(getFont());
          return alone.getLayoutBounds().getWidth();
        })
        .max()
        .orElse(0);
  }
}
