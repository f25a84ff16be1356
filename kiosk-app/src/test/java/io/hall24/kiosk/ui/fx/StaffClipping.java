package io.hall24.kiosk.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/**
 * Finds words of the maintenance screens that are shortened, or lie outside of the panel's width;
 * below its lower edge they are reached by scrolling.
 */
final class StaffClipping {
  private static final double TOLERANCE = 1.5;

  private StaffClipping() {}

  static List<String> in(StaffView view) {
    List<String> found = new ArrayList<>();
    walk(view, view.getWidth(), found);
    return found;
  }

  private static void walk(Node node, double width, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
      check(labeled, width, found);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, width, found));
    }
  }

  private static void check(Labeled labeled, double width, List<String> found) {
    if (labeled.lookup(".text") instanceof Text drawn
        && !bare(drawn.getText()).equals(bare(labeled.getText()))) {
      found.add(" shortened: " + labeled.getText());
    }
    var at = labeled.localToScene(labeled.getLayoutBounds());
    if (at.getMinX() < -TOLERANCE || at.getMaxX() > width + TOLERANCE) {
      found.add(" outside: " + labeled.getText());
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }
}
