package io.hall24.kiosk.ui.fx;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/**
 * A keyboard or tactile keypad at the panel. Tab and arrows go from one thing to the next, as the
 * toolkit has it; digits are typed, deleted and confirmed on whatever keypad is shown; what lies
 * over a page keeps the focus.
 */
final class Keys {
  /** No button. */
  static final int NOWHERE = -1;

  private final Parent panel;
  private Optional<Node> over = Optional.empty();

  /** Listens on a panel, before the button that has the focus does: Enter would press that. */
  Keys(Parent panel) {
    this.panel = panel;
    panel.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * Says what lies over everything else while it is visible.
   *
   * @param cover in place of the one before
   */
  void cover(Node cover) {
    over = Optional.of(cover);
    cover.visibleProperty().addListener((_, _, _) -> stayOnTop(cover));
  }

  /** Which of the buttons has the focus. */
  static int focused(Parent buttons) {
    return all(buttons).stream().map(Node::isFocused).toList().indexOf(true);
  }

  /** Gives a button the focus, if there is one of that number. */
  static void focus(Parent buttons, int number) {
    all(buttons).stream()
        .skip(Math.max(0, number))
        .limit(number < 0 ? 0 : 1)
        .forEach(Node::requestFocus);
  }

  private static Set<Node> all(Parent buttons) {
    return buttons.lookupAll(".button");
  }

  private void pressed(KeyEvent event) {
    if (over.filter(Node::isVisible).isPresent()) {
      over.ifPresent(this::stayOnTop);
      return;
    }
    button(event)
        .ifPresent(button -> {
          event.consume();
          button.fire();
        });
  }

  /** What a key presses on a keypad that is shown. */
  private Optional<Button> button(KeyEvent event) {
    if (panel.lookup("#digit-0") == null) {
      return Optional.empty();
    }
    String id =
        switch (event.getCode()) {
          case BACK_SPACE -> "#delete-digit";
          case ENTER -> "#action-0";
          case COMMA, LESS, PERIOD -> "#digit-filler";
          default ->
              event.getCode().isDigitKey() || event.getCode().isLetterKey()
                  ? "#digit-" + event.getText().toUpperCase(Locale.ROOT)
                  : "#none";
        };
    return Optional.ofNullable((Button) panel.lookup(id));
  }

  /** After the toolkit has moved the focus. */
  private void stayOnTop(Node cover) {
    Platform.runLater(() -> {
      if (cover.isVisible()
          && panel.getScene() != null
          && !isIn(cover, panel.getScene().getFocusOwner())) {
        cover.requestFocus();
      }
    });
  }

  private static boolean isIn(Node cover, Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at.equals(cover)) {
        return true;
      }
    }
    return false;
  }
}
