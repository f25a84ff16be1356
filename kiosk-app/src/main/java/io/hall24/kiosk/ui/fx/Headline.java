package io.hall24.kiosk.ui.fx;

/** What to do now. */
final class Headline extends EvenLines {
  Headline(String text) {
    super(text);
    getStyleClass().add("headline");
  }
}
