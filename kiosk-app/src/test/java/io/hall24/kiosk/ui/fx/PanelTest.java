package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import java.util.List;
import javafx.scene.control.Label;
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

  private static String headline(KioskView view) {
    return ((Label) view.lookup(".headline")).getText();
  }
}
