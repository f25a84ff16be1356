package io.hall24.kiosk.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Shows one region as large as there is room for: text that would not fit is set smaller as a
 * whole, so that nothing is ever cut.
 */
final class Fitted extends Region {
  private static final double SMALLEST = 0.25;
  private static final double STEP = 0.05;

  private final Region content;
  private final boolean centred;

  Fitted(Region content, boolean centred) {
    this.content = content;
    this.centred = centred;
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

  /** Letters are set smaller, not shrunk as pictures: those would lose their shape. */
  @Override
  protected void layoutChildren() {
    double size = 1;
    while (heightAt(size) > getHeight() && size > SMALLEST) {
      size -= STEP;
    }
    double height = content.prefHeight(getWidth());
    double top = centred ? Math.max(0, (getHeight() - height) / 2) : 0;
    content.resizeRelocate(0, top, getWidth(), height);
  }

  private double heightAt(double size) {
    content.setStyle("-fx-font-size: " + size + "em");
    content.applyCss();
    return content.prefHeight(getWidth());
  }
}
