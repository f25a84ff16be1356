package io.hall24.kiosk.ui;

import io.hall24.config.Profile;

/**
 * Where the terminal stands.
 *
 * @param terminal its number
 * @param nameZh the hall's name in Chinese
 * @param nameEn the hall's name in English
 */
public record Hall(String terminal, String nameZh, String nameEn) {
  /** As a profile has it. */
  public static Hall of(Profile.Terminal terminal) {
    return new Hall(terminal.id(), terminal.hallZh(), terminal.hallEn());
  }
}
