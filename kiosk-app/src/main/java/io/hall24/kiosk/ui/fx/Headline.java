package io.hall24.kiosk.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What to do now, in lines of about the same length: no single letter is left over. */
final class Headline extends Label {
  private static final double NEAR = 4;

  Headline(String text) {
    super(text);
    getStyleClass().add("headline");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  public void resize(double width, double height) {
    double lines = prefHeight(width);
    double narrow = width / 2;
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
}
