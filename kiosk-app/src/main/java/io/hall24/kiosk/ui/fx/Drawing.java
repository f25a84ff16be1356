package io.hall24.kiosk.ui.fx;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

/** Shapes on a field of fixed size, drawn as large as there is room for. */
final class Drawing extends Region {
  private static final double LARGEST = 1.6;

  private final Group shapes = new Group();
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final double fieldWidth;
  private final double fieldHeight;

  Drawing(double fieldWidth, double fieldHeight, Shape... shapes) {
    this.fieldWidth = fieldWidth;
    this.fieldHeight = fieldHeight;
    this.shapes.setManaged(false);
    this.shapes.getChildren().addAll(shapes);
    this.shapes.getTransforms().add(scale);
    getChildren().add(this.shapes);
    setMinSize(0, 0);
    setPrefSize(fieldWidth, fieldHeight);
  }

  /** A shape in the colour of a token class. */
  static <S extends Shape> S styled(S shape, String style) {
    shape.getStyleClass().add(style);
    return shape;
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.min(LARGEST, Math.min(getWidth() / fieldWidth, getHeight() / fieldHeight));
    scale.setX(factor);
    scale.setY(factor);
    shapes.relocate(0, 0);
    shapes.setTranslateX(0);
    shapes.setLayoutX((getWidth() - fieldWidth * factor) / 2);
    shapes.setLayoutY((getHeight() - fieldHeight * factor) / 2);
  }
}
