package io.hall24.kiosk.app;

import io.hall24.device.Sound;
import java.time.Duration;

/** Sounds without words, soft and short, made of pure tones. */
enum Chime {
  /** Two notes upwards: there is something to take. */
  TAKE(659.3, 987.8),
  /** A low note, twice: something was left behind. */
  FORGOTTEN(220.0, 220.0);

  private static final int RATE = 16_000;
  private static final Duration NOTE = Duration.ofMillis(220);
  private static final double LOUDNESS = 0.25;

  private final double first;
  private final double second;

  /**
   * Of two notes, one after the other.
   *
   * @param first in hertz
   * @param second in hertz
   */
  Chime(double first, double second) {
    this.first = first;
    this.second = second;
  }

  /** The sound; each note swells and fades, so that nothing clicks. */
  Sound sound() {
    int each = (int) (RATE * NOTE.toMillis() / 1000);
    short[] samples = new short[2 * each];
    for (int at = 0; at < samples.length; at++) {
      double within = (at % each) / (double) each;
      double envelope = Math.sin(Math.PI * within);
      double wave = Math.sin(2 * Math.PI * (at < each ? first : second) * at / RATE);
      samples[at] = (short) (Short.MAX_VALUE * LOUDNESS * envelope * wave);
    }
    return new Sound(RATE, samples);
  }
}
