package io.hall24.kiosk.identity.face;

/**
 * When a picture shows one face that can be used.
 *
 * @param minEyeDistance pixels between the eyes below which a face is too small
 * @param rivalShare a second face counts when its area is at least this share of the chosen one's;
 *     above 1 no second face ever counts
 */
public record SightingRules(double minEyeDistance, double rivalShare) {
  /** For pictures of documents and files: the largest central face is meant. */
  public static final SightingRules STILL = new SightingRules(10, 2);
}
