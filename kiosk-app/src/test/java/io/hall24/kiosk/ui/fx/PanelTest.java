package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final Touches NOBODY =
      new Touches() {
        @Override
        public void help(boolean open) {}

        @Override
        public void wayOut() {}
      };

  private static final Toolkit TOOLKIT = Panels.toolkit();

  private static KioskView laidOut(ScreenState state, Appearance appearance) {
    KioskView view = new KioskView(Samples.HALL, appearance, NOBODY);
    view.show(state);
    Scene scene = new Scene(view, appearance.shape().width(), appearance.shape().height());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return view;
  }

  private static List<String> clipped(UnaryOperator<Appearance> how, Shape shape)
      throws InterruptedException {
    List<String> found = new ArrayList<>();
    for (Locale language : Texts.LANGUAGES) {
      Appearance appearance = how.apply(Appearance.usual(shape)).in(language);
      for (ScreenState state : Samples.all()) {
        TOOLKIT
            .call(() -> Clipping.in(laidOut(state, appearance)))
            .forEach(
                what -> found.add(language + " " + shape + " " + state.page().name() + " " + what));
      }
    }
    return found;
  }

  @Test
  void noWordIsCutOnAnUprightPanel() throws InterruptedException {
    assertEquals(List.of(), clipped(look -> look, Shape.PORTRAIT));
  }

  @Test
  void noWordIsCutOnAPanelThatLiesOnItsSide() throws InterruptedException {
    assertEquals(List.of(), clipped(look -> look, Shape.LANDSCAPE));
  }

  @Test
  void aPlantedCutIsFound() throws InterruptedException {
    List<String> found =
        TOOLKIT.call(() -> {
          Label cut = new Label("请取走正本，不要忘记您的证件");
          cut.setMaxWidth(90);
          Label outside = new Label("outside");
          outside.setTranslateX(2000);
          VBox root = new VBox(cut, outside);
          new Scene(root, 400, 400);
          root.applyCss();
          root.layout();
          return Clipping.in(root);
        });
    assertEquals(2, found.size(), found.toString());
  }

  @Test
  void theLanguageChangesAndTheDigitsStay() throws InterruptedException {
    ScreenState typing =
        Samples.all().stream()
            .filter(state -> state.page().name().equals("enter-can"))
            .findFirst()
            .orElseThrow();
    TOOLKIT.call(() -> {
      KioskView view = laidOut(typing, Appearance.usual(Shape.PORTRAIT));
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
      assertFalse(Clipping.in(view).iterator().hasNext());
      return true;
    });
  }

  private static String headline(KioskView view) {
    return ((Label) view.lookup(".headline")).getText();
  }
}
