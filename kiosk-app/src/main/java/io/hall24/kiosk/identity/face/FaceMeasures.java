package io.hall24.kiosk.identity.face;

/**
 * What one sighting of a face is like; says nothing of who it is.
 *
 * @param box where the face is, in pixels of the picture
 * @param detection how sure the detector is, 0 to 1
 * @param leftEye the eye at the picture's left
 * @param rightEye the eye at the picture's right
 * @param pictureWidth pixels
 * @param pictureHeight pixels
 * @param yaw how far the nose is off the middle, in eye distances; positive towards the picture's
 *     right; about 0.27 at 20 degrees
 * @param rollDegrees how far the head leans
 * @param brightness mean grey value of the aligned face, 0 to 255
 * @param contrast standard deviation of its grey values
 * @param sharpness variance of the Laplacian of the aligned face; greater is sharper
 * @param bothClosed how sure the eye net is that both eyes are closed, 0 to 1
 * @param eyeOpening height of the gap between the lids by the width of the eye; about 0.3 open
 * @param mouthOpening gap between the inner lips by their width; 0 is closed
 */
public record FaceMeasures(
    Box box,
    double detection,
    Point leftEye,
    Point rightEye,
    int pictureWidth,
    int pictureHeight,
    double yaw,
    double rollDegrees,
    double brightness,
    double contrast,
    double sharpness,
    double bothClosed,
    double eyeOpening,
    double mouthOpening) {

  /** Pixels between the eyes. */
  public double eyeDistance() {
    return leftEye.distanceTo(rightEye);
  }
}
