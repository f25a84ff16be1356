package io.hall24.kiosk.ui.fx;

import javafx.scene.layout.Region;

/**
 * What is read stands in the upper half of a panel, what is touched in the lower half, for a person
 * who sits. What is read may come further down where there is nothing to touch.
 */
final class Halves extends Region {
  private final Column upper;
  private final Column lower;
  private final double middle;
  private final double gap;

  /**
   * Two halves.
   *
   * @param middle of the panel, in pixels from the top of the parent
   * @param gap between them
   */
  Halves(Column upper, Column lower, double middle, double gap) {
    this.upper = upper;
    this.lower = lower;
    this.middle = middle;
    this.gap = gap;
    getChildren().addAll(upper, lower);
    setMinSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    double half = Math.max(0, getHeight() - Math.max(0, middle - getLayoutY()));
    double below = Math.min(half, lower.prefHeight(getWidth()));
    double between = below > 0 ? gap : 0;
    upper.resizeRelocate(0, 0, getWidth(), getHeight() - below - between);
    lower.resizeRelocate(0, getHeight() - below, getWidth(), below);
  }
}
