package io.hall24.kiosk.ui.fx;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A picture left, words and what can be done right. Facts stand in the column where they fit
 * without folding; they are made for both, and one of the two is shown.
 */
final class TwoColumns extends Region {
  private static final double BETWEEN = 56;

  private final Column left;
  private final Column right;
  private final VBox end;
  private final Optional<Facts> facts;
  private final double rightWidth;

  /**
   * Facts that may stand in either column.
   *
   * @param under under the picture
   * @param beside under the words
   * @param firstUnder where they belong when they would fit in both
   */
  record Facts(Folded under, Folded beside, boolean firstUnder) {}

  /**
   * Two columns.
   *
   * @param end stands at the bottom right
   */
  TwoColumns(Column left, Column right, VBox end, Optional<Facts> facts, double rightWidth) {
    this.left = left;
    this.right = right;
    this.end = end;
    this.facts = facts;
    this.rightWidth = rightWidth;
    getChildren().addAll(left, right, end);
    setMinSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    double below = end.getChildren().isEmpty() ? 0 : end.prefHeight(rightWidth);
    double room = getHeight() - (below == 0 ? 0 : below + end.getSpacing());
    double leftWidth = getWidth() - rightWidth - BETWEEN;
    facts.ifPresent(both -> {
      if (!placed(both, both.firstUnder(), leftWidth, room)
          && !placed(both, !both.firstUnder(), leftWidth, room)) {
        put(both, freeUnder(both, leftWidth) > freeBeside(both, room));
      }
    });
    left.resizeRelocate(0, 0, leftWidth, getHeight());
    right.resizeRelocate(leftWidth + BETWEEN, 0, rightWidth, room);
    end.resizeRelocate(leftWidth + BETWEEN, getHeight() - below, rightWidth, below);
  }

  private boolean placed(Facts both, boolean under, double leftWidth, double room) {
    put(both, under);
    return left.leastHeight(leftWidth) <= getHeight() && right.leastHeight(rightWidth) <= room;
  }

  private double freeUnder(Facts both, double width) {
    left.without(Optional.of(both.under()));
    return getHeight() - left.leastHeight(width);
  }

  private double freeBeside(Facts both, double room) {
    right.without(Optional.of(both.beside()));
    return room - right.leastHeight(rightWidth);
  }

  private void put(Facts both, boolean under) {
    left.without(under ? Optional.empty() : Optional.of(both.under()));
    right.without(under ? Optional.of(both.beside()) : Optional.empty());
  }
}
