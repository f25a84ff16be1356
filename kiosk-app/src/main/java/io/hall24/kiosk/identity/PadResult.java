package io.hall24.kiosk.identity;

/** What is known about presentation attacks (ISO/IEC 30107-1); no conformance is claimed. */
public sealed interface PadResult {
  /** Nothing was assessed. */
  record NotAssessed(String reason) implements PadResult {}

  /**
   * A passive score, advisory only: it is not calibrated on this camera.
   *
   * @param live median over the frames, 0 (attack) to 1 (live)
   * @param frames how many frames were scored
   */
  record PassiveScore(double live, int frames) implements PadResult {}
}
