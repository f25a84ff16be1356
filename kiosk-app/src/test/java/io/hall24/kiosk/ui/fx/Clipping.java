package io.hall24.kiosk.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds words that a person could not read to their end. */
final class Clipping {
  private static final double TOLERANCE = 1.5;

  private final List<String> found = new ArrayList<>();

  private Clipping() {}

  /** What is cut in a tree that has been laid out. */
  static List<String> in(Parent root) {
    var clipping = new Clipping();
    clipping.walk(root, root.localToScene(root.getLayoutBounds()));
    return clipping.found;
  }

  private void walk(Node node, Bounds room) {
    if (!node.isVisible()) {
      return;
    }
    Bounds inside = node instanceof PageView ? node.localToScene(node.getLayoutBounds()) : room;
    if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
      check(labeled, inside);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, inside));
    }
  }

  private void check(Labeled labeled, Bounds room) {
    if (labeled.lookup(".text") instanceof Text drawn
        && !bare(drawn.getText()).equals(bare(labeled.getText()))) {
      found.add("shortened: " + labeled.getText());
    }
    if (labeled.getHeight() + TOLERANCE < labeled.prefHeight(labeled.getWidth())) {
      found.add("too low: " + labeled.getText());
    }
    Bounds at = labeled.localToScene(labeled.getLayoutBounds());
    if (at.getMinX() < room.getMinX() - TOLERANCE
        || at.getMaxX() > room.getMaxX() + TOLERANCE
        || at.getMinY() < room.getMinY() - TOLERANCE
        || at.getMaxY() > room.getMaxY() + TOLERANCE) {
      found.add("outside: " + labeled.getText());
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }
}
