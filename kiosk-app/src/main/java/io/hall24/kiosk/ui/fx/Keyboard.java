package io.hall24.kiosk.ui.fx;

import io.hall24.device.Keypad;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What the keys of a keyboard mean to somebody who uses the panel by keys. */
final class Keyboard {
  private Keyboard() {}

  /**
   * The keypad's key that stands for it, if one does.
   *
   * @param focused where it would be typed otherwise
   */
  static Optional<Keypad.Key> keyOf(KeyEvent event, @Nullable Node focused) {
    return Optional.ofNullable(
        switch (event.getCode()) {
          case UP -> Keypad.Key.UP;
          case DOWN -> Keypad.Key.DOWN;
          case TAB -> event.isShiftDown() ? Keypad.Key.UP : Keypad.Key.DOWN;
          case LEFT -> Keypad.Key.LEFT;
          case RIGHT -> Keypad.Key.RIGHT;
          case SPACE -> focused instanceof ButtonBase ? Keypad.Key.SELECT : null;
          case ENTER ->
              focused instanceof ButtonBase button && !isDigit(button) ? Keypad.Key.SELECT : null;
          case ESCAPE -> Keypad.Key.BACK;
          case F1, HELP -> Keypad.Key.HELP;
          case VOLUME_UP, ADD -> Keypad.Key.LOUDER;
          case VOLUME_DOWN, SUBTRACT -> Keypad.Key.SOFTER;
          default -> null;
        });
  }

  // Whoever types digits ends them with Enter, wherever the keys stand among the digits drawn.
  private static boolean isDigit(ButtonBase button) {
    return button.getId() != null && button.getId().contains("digit");
  }
}
