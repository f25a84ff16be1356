package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.StaffGallery;
import io.hall24.kiosk.ui.StaffState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StaffViewTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Map<String, StaffState> GALLERY = StaffGallery.all();

  private static StaffView laidOut(StaffState state, Shape shape, Locale language) {
    StaffView view = new StaffView(shape, language);
    var _ = new Scene(view, shape.width(), shape.height());
    show(view, state);
    return view;
  }

  private static void show(StaffView view, StaffState state) {
    view.show(state);
    view.applyCss();
    view.layout();
    view.layout();
  }

  private static StaffState of(String name) {
    return Objects.requireNonNull(GALLERY.get(name), name);
  }

  private static StaffState.Working working(String name) {
    return assertInstanceOf(StaffState.Working.class, of(name));
  }

  private static <N extends Node> N find(StaffView view, Class<N> type, String id) {
    return type.cast(Objects.requireNonNull(view.lookup("#" + id), id));
  }

  /** The rows from top to bottom. */
  private static List<String> order(StaffView view) {
    return find(view, Parent.class, "devices").getChildrenUnmodifiable().stream()
        .map(Node::getId)
        .toList();
  }

  @Test
  void noWordIsCutOnAnyScreenInAnyLanguageOnAnyPanel() throws InterruptedException {
    List<String> found = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (Locale language : Texts.LANGUAGES) {
        for (var state : GALLERY.entrySet()) {
          TOOLKIT
              .call(() -> StaffClipping.in(laidOut(state.getValue(), shape, language)))
              .forEach(what -> found.add(shape + " " + language + " " + state.getKey() + what));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theKeypadTypesIntoTheEntryAndHidesThePin() throws InterruptedException {
    StaffState.Knocking knocking = assertInstanceOf(StaffState.Knocking.class, of("staff-number"));
    knocking.entry().wipe();
    StaffView view = TOOLKIT.call(() -> laidOut(knocking, Shape.PORTRAIT, Locale.ENGLISH));
    press(view, "10148291");
    assertTrue(enterIsDisabled(view));
    press(view, "3");
    assertFalse(enterIsDisabled(view));
    assertEquals("101", knocking.entry().number());
    assertEquals(6, knocking.entry().pinDigits());
    assertEquals(List.of(), TOOLKIT.call(() -> labels(view, "482")));
    assertEquals(1, TOOLKIT.call(() -> labels(view, "101")).size());
    knocking.entry().wipe();
  }

  private static void press(StaffView view, String digits) throws InterruptedException {
    for (String digit : digits.codePoints().mapToObj(Character::toString).toList()) {
      TOOLKIT.call(() -> {
        find(view, Button.class, "staff-digit-" + digit).fire();
        return true;
      });
    }
  }

  private static boolean enterIsDisabled(StaffView view) throws InterruptedException {
    return TOOLKIT.call(() -> find(view, Button.class, "staff-enter").isDisabled());
  }

  private static List<Node> labels(StaffView view, String text) {
    return view.lookupAll(".label").stream()
        .filter(node -> node instanceof Label label && label.getText().contains(text))
        .toList();
  }

  @Test
  void aDeviceThatBreaksMovesUpAndIsTheSameRow() throws InterruptedException {
    StaffView view =
        TOOLKIT.call(() -> laidOut(working("maintenance-well"), Shape.LANDSCAPE, Locale.ENGLISH));
    Node printer = TOOLKIT.call(() -> find(view, Node.class, "device-printer"));
    assertEquals("device-document-reader", TOOLKIT.call(() -> order(view)).getFirst());
    List<String> after =
        TOOLKIT.call(() -> {
          show(view, working("maintenance-faults"));
          return order(view);
        });
    assertEquals(List.of("device-output-presenter", "device-printer"), after.subList(0, 2));
    assertSame(printer, TOOLKIT.call(() -> find(view, Node.class, "device-printer")));
    assertTrue(printer.getStyleClass().contains("level-bad"));
  }

  @Test
  void whatIsForgottenIsNotShownAgain() throws InterruptedException {
    StaffView view =
        TOOLKIT.call(() -> laidOut(working("maintenance-faults"), Shape.PORTRAIT, Locale.ENGLISH));
    StaffPreview preview = TOOLKIT.call(() -> find(view, StaffPreview.class, "preview"));
    boolean shown =
        TOOLKIT.call(() -> {
          view.preview(new int[StaffPreview.WIDTH * StaffPreview.HEIGHT]);
          return preview.shows();
        });
    assertTrue(shown);
    boolean wiped =
        TOOLKIT.call(() -> {
          view.wipe();
          boolean none = !preview.shows();
          view.clear();
          return none;
        });
    assertTrue(wiped);
    assertEquals(List.of(), view.getChildren());
  }
}
