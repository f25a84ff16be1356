package io.hall24.kiosk.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/**
 * A button with wrapping text on it. A plain button asks its face for its height before the width
 * is known; this one knows its width.
 */
final class Pressable extends Button {
  private final Region face;
  private final double faceWidth;

  /**
   * With a face on it.
   *
   * @param width of the button, in pixels
   * @param padding left and right together, as its style has it
   */
  Pressable(Region face, double width, double padding, Runnable press) {
    this.face = face;
    this.faceWidth = width - padding;
    face.setPrefWidth(faceWidth);
    setGraphic(face);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(width);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setOnAction(_ -> press.run());
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + face.prefHeight(faceWidth) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
