package io.hall24.kiosk.ui;

import io.hall24.device.Keypad;
import java.util.Locale;

/** Hears what a person would see on the panel. Called on the toolkit's thread; returns at once. */
public interface Narrator {
  /** What lies over a page. */
  enum Overlay {
    NONE,
    HELP,
    /** Size and colours. */
    DISPLAY
  }

  /** A state stands on the panel. */
  void shows(ScreenState state, Locale language, Overlay overlay);

  /**
   * Something that can be pressed has been chosen.
   *
   * @param name what it is called
   * @param personal whether nobody but the person may hear that
   * @param moved whether the person moved there; otherwise the page came up with it
   */
  void chosen(String name, boolean personal, boolean moved);

  /** What was chosen has been pressed, and has done what it does. */
  void pressed();

  /** A key of a keyboard was pressed that stands for one of the keypad's. */
  void typed(Keypad.Key key);
}
