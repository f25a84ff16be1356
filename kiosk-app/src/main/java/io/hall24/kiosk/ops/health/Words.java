package io.hall24.kiosk.ops.health;

import java.util.Locale;

/** Constants as words of a report: {@code NO_DEVICE} is {@code noDevice}. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      word.append(
          word.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return word.toString();
  }
}
