package io.hall24.kiosk.identity;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the active challenge is held.
 *
 * @param count movements that must be made; 0 asks for none
 * @param offered movements that may be asked for
 * @param each time for one movement, after which another is asked for
 * @param reaction nobody reacts sooner than this after being asked
 * @param exchanges how many movements may be exchanged because they were not made
 * @param mistakes how often turning to the other side is forgiven; other wrong movements never are
 * @param signs when a movement counts as made
 */
public record ChallengePolicy(
    int count,
    Set<Challenge> offered,
    Duration each,
    Duration reaction,
    int exchanges,
    int mistakes,
    Signs signs) {

  public ChallengePolicy {
    offered = Set.copyOf(offered);
    if (count < 0 || exchanges < 0 || mistakes < 0 || (count > 0 && offered.size() < 2)) {
      throw new IllegalArgumentException(count + " challenges of " + offered);
    }
  }

  /**
   * When a movement counts as made, against the person's own calm face. Turning and blinking are
   * read off one person's video, opening the mouth off bent portraits: calibrate them on the
   * terminal's camera.
   *
   * @param turned sideways shift of the nose, in eye distances; about 15 degrees
   * @param straight shift up to which a head counts as straight
   * @param closed how sure the eye net must be that both eyes are closed, 0 to 1
   * @param open the same, below which they count as open
   * @param lidDrop share of the calm eye's opening up to which an eye counts as closed
   * @param mouthOpened gain of the mouth's opening, in its widths
   */
  public record Signs(
      double turned,
      double straight,
      double closed,
      double open,
      double lidDrop,
      double mouthOpened) {
    /** For a 640x480 camera at arm's length. */
    public static Signs standard() {
      return new Signs(0.18, 0.12, 0.8, 0.5, 0.85, 0.15);
    }
  }

  /** Three of four movements, six seconds each, two exchanged, one wrong side forgiven. */
  public static ChallengePolicy standard() {
    return new ChallengePolicy(
        3,
        Set.copyOf(List.of(Challenge.values())),
        Duration.ofSeconds(6),
        Duration.ofMillis(250),
        2,
        1,
        Signs.standard());
  }

  /** Asks for nothing. */
  public static ChallengePolicy none() {
    return new ChallengePolicy(
        0, Set.of(), Duration.ofSeconds(6), Duration.ZERO, 0, 0, Signs.standard());
  }

  /** The same, with another number of movements, out of others. */
  public ChallengePolicy asking(int number, Set<Challenge> outOf) {
    return new ChallengePolicy(number, outOf, each, reaction, exchanges, mistakes, signs);
  }
}
