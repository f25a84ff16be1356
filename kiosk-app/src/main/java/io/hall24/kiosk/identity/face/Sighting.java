package io.hall24.kiosk.identity.face;

/** What the engine sees in one picture. */
public sealed interface Sighting {
  /** A face, measured and turned into a template. */
  record FaceFound(FaceMeasures measures, FaceTemplate template) implements Sighting {}

  /** No face. */
  record NoFace() implements Sighting {}

  /** More than one face of comparable size. */
  record SeveralFaces(int count) implements Sighting {}

  /**
   * A face, but too few pixels of it.
   *
   * @param eyeDistance pixels between the eyes
   */
  record TooSmall(double eyeDistance) implements Sighting {}

  /** There is no picture. */
  record NoPicture(PictureFault reason) implements Sighting {}
}
