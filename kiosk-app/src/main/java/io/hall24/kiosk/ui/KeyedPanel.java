package io.hall24.kiosk.ui;

import io.hall24.device.Keypad;
import java.util.Optional;

/** A panel that can be used without seeing or touching it. All methods return at once. */
public interface KeyedPanel {
  /** Who hears what stands on it. */
  void listen(Narrator narrator);

  /**
   * Does what a key asks for: up and down choose, select presses what is chosen, back chooses the
   * way out, help opens or closes help. The other keys concern the voice only.
   */
  void press(Keypad.Key key);

  /** What is being said, to be read; empty for nothing. */
  void caption(Optional<String> words);
}
