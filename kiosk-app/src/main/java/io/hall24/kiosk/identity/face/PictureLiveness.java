package io.hall24.kiosk.identity.face;

/** What one picture says about a presentation attack. */
public sealed interface PictureLiveness {
  /**
   * The face was scored.
   *
   * @param live 0 (attack) to 1 (live), not calibrated
   * @param cues what it shows of a print or a screen
   * @param face what it is like
   */
  record Scored(double live, SurfaceCues cues, FaceMeasures face) implements PictureLiveness {}

  /** There is no score. */
  record NotScored(PictureFault reason) implements PictureLiveness {}
}
