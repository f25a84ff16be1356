package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.ChallengePolicy.Signs;
import io.hall24.kiosk.identity.face.FaceMeasures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a person looks who does nothing, the measure of all their movements: nobody's nose is exactly
 * in the middle, and nobody's eyes are of the same size.
 *
 * @param yaw sideways shift of the nose, in eye distances
 * @param eyeOpening by the width of the eye
 * @param mouthOpening by the width of the mouth
 * @param eyesReadable whether the nets see these eyes open when they are
 */
record CalmFace(double yaw, double eyeOpening, double mouthOpening, boolean eyesReadable) {
  /** Eyes look closed to the nets when the head is turned so far. */
  private static final double LIDS_READABLE = 0.2;

  static CalmFace of(List<FaceMeasures> frames, Signs signs) {
    return new CalmFace(
        frames.stream().mapToDouble(FaceMeasures::yaw).average().orElseThrow(),
        frames.stream().mapToDouble(FaceMeasures::eyeOpening).average().orElseThrow(),
        frames.stream().mapToDouble(FaceMeasures::mouthOpening).average().orElseThrow(),
        frames.stream().allMatch(face -> face.bothClosed() < signs.open()));
  }

  /** The movements that a frame shows. */
  Set<Challenge> movements(FaceMeasures face, Signs signs) {
    Set<Challenge> seen = EnumSet.noneOf(Challenge.class);
    double turn = face.yaw() - yaw;
    // The picture is the camera's, not the mirror's: the person's left is at its right.
    if (turn >= signs.turned()) {
      seen.add(Challenge.TURN_LEFT);
    } else if (turn <= -signs.turned()) {
      seen.add(Challenge.TURN_RIGHT);
    }
    if (eyesReadable
        && Math.abs(turn) < LIDS_READABLE
        && face.bothClosed() >= signs.closed()
        && face.eyeOpening() <= eyeOpening * signs.lidDrop()) {
      seen.add(Challenge.BLINK);
    }
    if (face.mouthOpening() - mouthOpening >= signs.mouthOpened()) {
      seen.add(Challenge.OPEN_MOUTH);
    }
    return seen;
  }

  /** Whether a frame shows the person doing nothing. */
  boolean isCalm(FaceMeasures face, Signs signs) {
    return Math.abs(face.yaw() - yaw) <= signs.straight()
        && (!eyesReadable || face.bothClosed() < signs.open())
        && face.mouthOpening() - mouthOpening < signs.mouthOpened() * 0.7;
  }
}
