package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();

  @Test
  void theLanguageChangesAndTheDigitsStay() throws InterruptedException {
    ScreenState typing =
        Samples.all().stream()
            .filter(state -> state.page().name().equals("enter-can"))
            .findFirst()
            .orElseThrow();
    TOOLKIT.call(() -> {
      KioskView view = Inspection.laidOut(typing, Appearance.usual(Shape.PORTRAIT));
      String before = headline(view);
      view.change(Appearance::otherLanguage);
      view.applyCss();
      view.layout();
      assertNotEquals(before, headline(view));
      long dots =
          view.lookupAll(".place-box .label").stream()
              .filter(node -> node instanceof Label label && label.getText().equals("●"))
              .count();
      assertEquals(3, dots);
      Judge.Measure measure = Inspection.measure(view.appearance());
      assertEquals(List.of(), Judge.faults(view, measure));
      return true;
    });
  }

  /** Of every kind of button, so that whoever works with keys sees where they are. */
  @Test
  void whatHasTheFocusOfTheKeysIsSeen() throws InterruptedException {
    for (String name : List.of("home", "consent", "enter-can", "choose-order", "confirm-order")) {
      ScreenState state =
          Samples.all().stream()
              .filter(screen -> screen.page().name().startsWith(name))
              .findFirst()
              .orElseThrow();
      TOOLKIT.call(() -> {
        KioskView view = Inspection.laidOut(state, Appearance.usual(Shape.PORTRAIT));
        for (Node node : view.lookupAll(".button")) {
          node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
          node.applyCss();
          List<BackgroundFill> fills = ((Region) node).getBackground().getFills();
          assertEquals(4, fills.size(), () -> name + " " + node);
        }
        assertEquals(List.of(), Judge.faults(view, Inspection.measure(view.appearance())));
        return true;
      });
    }
  }

  private static String headline(KioskView view) {
    return ((Label) view.lookup(".headline")).getText();
  }
}
