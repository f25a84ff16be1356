package io.hall24.device.alsa;

import io.hall24.device.AudioOutput.Headset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The socket of a headset, as the kernel's card driver tells of it.
 *
 * @param card its number or name
 * @param control name of the control, of interface CARD
 */
record AlsaJack(String card, String control) {
  private static final int SECONDS = 2;

  Headset headset() {
    try {
      Process amixer =
          new ProcessBuilder("amixer", "-c", card, "cget", "iface=CARD,name='" + control + "'")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        String told = new String(amixer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return amixer.waitFor(SECONDS, TimeUnit.SECONDS) && amixer.exitValue() == 0
            ? read(told)
            : Headset.UNKNOWN;
      } finally {
        amixer.destroyForcibly();
      }
    } catch (IOException missing) {
      return Headset.UNKNOWN;
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      return Headset.UNKNOWN;
    }
  }

  /** The line {@code : values=on} of {@code amixer cget}. */
  static Headset read(String told) {
    for (String line : told.lines().map(String::strip).toList()) {
      if (line.equals(": values=on")) {
        return Headset.PLUGGED;
      }
      if (line.equals(": values=off")) {
        return Headset.UNPLUGGED;
      }
    }
    return Headset.UNKNOWN;
  }
}
