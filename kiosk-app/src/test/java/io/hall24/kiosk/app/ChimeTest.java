package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChimeTest {
  /** How often the wave crosses zero upwards in a part of a sound, a second. */
  private static double pitch(Sound sound, double from, double to) {
    short[] samples = sound.samples();
    int first = (int) (samples.length * from);
    int last = (int) (samples.length * to);
    int crossings = 0;
    for (int at = first + 1; at < last; at++) {
      if (samples[at - 1] < 0 && samples[at] >= 0) {
        crossings++;
      }
    }
    return crossings * (double) sound.rate() / (last - first);
  }

  @Test
  void whatIsToBeTakenSoundsUpwards() {
    Sound sound = Chime.TAKE.sound();
    assertEquals(659, pitch(sound, 0.05, 0.45), 15);
    assertEquals(988, pitch(sound, 0.55, 0.95), 15);
  }

  @Test
  void whatWasForgottenSoundsLow() {
    assertEquals(220, pitch(Chime.FORGOTTEN.sound(), 0.05, 0.95), 10);
  }

  @ParameterizedTest
  @EnumSource(Chime.class)
  void noneIsLoudOrClicks(Chime chime) {
    short[] samples = chime.sound().samples();
    int loudest = 0;
    int steepest = 0;
    for (int at = 1; at < samples.length; at++) {
      loudest = Math.max(loudest, Math.abs(samples[at]));
      steepest = Math.max(steepest, Math.abs(samples[at] - samples[at - 1]));
    }
    assertTrue(loudest < Short.MAX_VALUE / 3 && loudest > Short.MAX_VALUE / 8, loudest + "");
    assertTrue(steepest < Short.MAX_VALUE / 8, steepest + "");
    assertEquals(0, samples[0]);
  }
}
