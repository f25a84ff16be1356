package io.hall24.kiosk.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows one region as large as there is room for: text that would not fit is set smaller as a
 * whole, so that nothing is ever cut.
 */
final class Fitted extends Region {
  private static final double SMALLEST = 0.4;
  private static final double STEP = 0.02;

  private final Region content;
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final boolean centred;

  Fitted(Region content, boolean centred) {
    this.content = content;
    this.centred = centred;
    content.getTransforms().add(scale);
    getChildren().add(content);
    setMinSize(0, 0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected void layoutChildren() {
    double factor = 1;
    while (factor > SMALLEST && content.prefHeight(getWidth() / factor) * factor > getHeight()) {
      factor -= STEP;
    }
    scale.setX(factor);
    scale.setY(factor);
    double width = getWidth() / factor;
    double height = content.prefHeight(width);
    double top = centred ? Math.max(0, (getHeight() - height * factor) / 2) : 0;
    content.resizeRelocate(0, top, width, height);
  }
}
