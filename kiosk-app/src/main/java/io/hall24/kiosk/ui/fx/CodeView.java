package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.licence.QrPattern;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** A QR code as large as there is room, black on white in every scheme: telephones read it so. */
final class CodeView extends Pane {
  private final QrPattern pattern;
  private final Rectangle paper = new Rectangle();
  private final Shape modules;

  CodeView(QrPattern pattern) {
    this.pattern = pattern;
    this.modules = modules(pattern);
    paper.getStyleClass().add("code-paper");
    modules.getStyleClass().add("code-modules");
    getChildren().addAll(paper, modules);
    setMinSize(0, 0);
  }

  private static Shape modules(QrPattern pattern) {
    var path = new javafx.scene.shape.Path();
    path.setStrokeWidth(0);
    for (int row = 0; row < pattern.size(); row++) {
      for (int column = 0; column < pattern.size(); column++) {
        if (pattern.dark(column, row)) {
          path.getElements()
              .addAll(
                  new javafx.scene.shape.MoveTo(column, row),
                  new javafx.scene.shape.HLineTo(column + 1.0),
                  new javafx.scene.shape.VLineTo(row + 1.0),
                  new javafx.scene.shape.HLineTo(column),
                  new javafx.scene.shape.ClosePath());
        }
      }
    }
    return path;
  }

  @Override
  protected void layoutChildren() {
    int all = pattern.size() + 2 * QrPattern.QUIET_ZONE;
    double module = Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / all));
    double side = module * all;
    double left = Math.floor((getWidth() - side) / 2);
    double top = Math.floor((getHeight() - side) / 2);
    paper.setWidth(side);
    paper.setHeight(side);
    paper.relocate(left, top);
    modules.getTransforms().setAll(new javafx.scene.transform.Scale(module, module, 0, 0));
    modules.setLayoutX(left + QrPattern.QUIET_ZONE * module);
    modules.setLayoutY(top + QrPattern.QUIET_ZONE * module);
  }
}
