package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Draws screens in an appearance and has every leaf of them judged. */
final class Inspection {
  private static final double SMALLEST_LETTERS = 28;
  private static final double ROUNDING = 0.1;

  static final Touches NOBODY =
      new Touches() {
        @Override
        public void help(boolean open) {}

        @Override
        public void unhurried(boolean needed) {}

        @Override
        public void wayOut() {}
      };

  private Inspection() {}

  /** A panel with a state on it, laid out. */
  static KioskView laidOut(ScreenState state, Appearance appearance) {
    KioskView view = new KioskView(Samples.HALL, appearance, NOBODY);
    new Scene(view, appearance.shape().width(), appearance.shape().height());
    view.show(state);
    view.applyCss();
    view.layout();
    return view;
  }

  /** What is wrong with a screen, whichever leaf is turned up; each line says where. */
  static List<String> faults(ScreenState state, Appearance appearance) {
    return faults(laidOut(state, appearance), state, appearance);
  }

  /** What is wrong with a screen on which something was touched. */
  static List<String> faults(KioskView view, ScreenState state, Appearance appearance) {
    Set<Judge.Finding> found = new LinkedHashSet<>(Judge.faults(view, measure(appearance)));
    for (Node node : view.lookupAll("#fold-forth")) {
      Folded folded = (Folded) node.getParent();
      for (int leaf = 1; seen(folded) && leaf < folded.leaves(); leaf++) {
        folded.turn(1);
        view.layout();
        found.addAll(Judge.faults(view, measure(appearance)));
      }
    }
    List<String> lines = new ArrayList<>();
    found.forEach(finding ->
        lines.add(
            state.page().name()
                + " "
                + appearance.language().getLanguage()
                + " "
                + appearance.shape()
                + " "
                + appearance.size()
                + " "
                + appearance.scheme()
                + " "
                + appearance.reach()
                + " "
                + finding.fault()
                + ": "
                + finding.what()));
    return lines;
  }

  private static boolean seen(Node node) {
    return node == null || (node.isVisible() && seen(node.getParent()));
  }

  /** What the plan asks of this panel. */
  static Judge.Measure measure(Appearance appearance) {
    boolean low =
        appearance.reach() == Appearance.Reach.LOW
            && appearance.shape() == Appearance.Shape.PORTRAIT;
    return new Judge.Measure(
        SMALLEST_LETTERS * appearance.size().factor() - ROUNDING,
        low ? appearance.shape().height() / 2.0 : 0);
  }
}
