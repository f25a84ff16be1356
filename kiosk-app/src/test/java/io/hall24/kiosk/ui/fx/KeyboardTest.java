package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.Keypad;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyboardTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();

  @Test
  void enterPressesTheChosenButton() throws InterruptedException {
    assertEquals(Optional.of(Keypad.Key.SELECT), typed(KeyCode.ENTER, "action-0"));
  }

  @Test
  void enterAmongDigitsIsLeftToTheDigitsThatWereTyped() throws InterruptedException {
    assertEquals(Optional.empty(), typed(KeyCode.ENTER, "digit-1"));
    assertEquals(Optional.empty(), typed(KeyCode.ENTER, "delete-digit"));
  }

  @Test
  void spacePressesADigit() throws InterruptedException {
    assertEquals(Optional.of(Keypad.Key.SELECT), typed(KeyCode.SPACE, "digit-1"));
  }

  private static Optional<Keypad.Key> typed(KeyCode code, String id) throws InterruptedException {
    return TOOLKIT.call(() -> {
      Node button = new Button();
      button.setId(id);
      return Keyboard.keyOf(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false), button);
    });
  }
}
