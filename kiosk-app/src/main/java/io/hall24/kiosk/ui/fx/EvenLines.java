package io.hall24.kiosk.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words in lines of about the same length: no single letter is left over. */
class EvenLines extends Label {
  private static final double NEAR = 4;

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
