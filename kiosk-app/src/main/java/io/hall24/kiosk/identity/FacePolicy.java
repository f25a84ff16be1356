package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.face.SightingRules;
import java.time.Duration;

/**
 * How strict the comparison is. The false-match rate of a visit is at most {@code attempts} times
 * that of one comparison at the threshold, because each attempt compares exactly one frame. The
 * quality gates are suggestions from little data: calibrate them with the terminal's camera.
 *
 * @param threshold lowest comparison score that counts as a match
 * @param attempts comparisons in one visit, at least 1
 * @param framesPerAttempt usable frames from which the best one is compared, at least 1
 * @param betweenAttempts pause after a comparison below the threshold
 * @param limit time from the first frame on after which nothing more is tried
 * @param gates which frames are usable
 * @param challenges which movements are asked for after a match
 */
public record FacePolicy(
    double threshold,
    int attempts,
    int framesPerAttempt,
    Duration betweenAttempts,
    Duration limit,
    Gates gates,
    ChallengePolicy challenges) {

  public FacePolicy {
    if (!(threshold > 0 && threshold < 1) || attempts < 1 || framesPerAttempt < 1) {
      throw new IllegalArgumentException("threshold " + threshold + ", attempts " + attempts);
    }
  }

  /**
   * The same with fewer comparisons.
   *
   * @param most at least 1
   */
  public FacePolicy atMost(int most) {
    return new FacePolicy(
        threshold,
        Math.min(attempts, most),
        framesPerAttempt,
        betweenAttempts,
        limit,
        gates,
        challenges);
  }

  /**
   * Which frames are usable.
   *
   * @param minEyeDistance pixels between the eyes
   * @param rivalShare a second face matters from this share of the first one's area on
   * @param minBrightness mean grey value of the face, 0 to 255
   * @param minContrast standard deviation of its grey values; low in the dark whatever the skin
   * @param maxYaw nose off the middle, in eye distances (0.25 is about 19 degrees)
   * @param maxRollDegrees leaning of the head
   * @param maxBothClosed how sure the eye net may be that both eyes are closed, 0 to 1
   * @param minSharpness variance of the Laplacian of the aligned face
   * @param maxShift movement of the eyes from frame to frame, in eye distances
   */
  public record Gates(
      double minEyeDistance,
      double rivalShare,
      double minBrightness,
      double minContrast,
      double maxYaw,
      double maxRollDegrees,
      double maxBothClosed,
      double minSharpness,
      double maxShift) {
    /** For a 640x480 camera at arm's length. */
    public static Gates standard() {
      return new Gates(40, 0.3, 25, 10, 0.25, 20, 0.8, 15, 0.35);
    }

    SightingRules rules() {
      return new SightingRules(minEyeDistance, rivalShare);
    }
  }

  /** Threshold 0.50, three attempts of five frames, 60 seconds. */
  public static FacePolicy standard() {
    return new FacePolicy(
        0.50,
        3,
        5,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Gates.standard(),
        ChallengePolicy.standard());
  }
}
