package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.ChallengePolicy;
import io.hall24.kiosk.identity.FacePolicy;
import java.util.Set;
import java.util.stream.Collectors;

/** How strictly faces are compared, as a profile wants it. */
final class FaceRules {
  private FaceRules() {}

  static FacePolicy of(Profile.Identity identity) {
    FacePolicy standard = FacePolicy.standard();
    return new FacePolicy(
        identity.threshold(),
        identity.attempts(),
        standard.framesPerAttempt(),
        standard.betweenAttempts(),
        identity.faceTime(),
        standard.gates(),
        challenges(identity.challenges()));
  }

  private static ChallengePolicy challenges(Profile.Challenges set) {
    Set<Challenge> offered =
        set.offered().stream()
            .map(movement ->
                switch (movement) {
                  case TURN_LEFT -> Challenge.TURN_LEFT;
                  case TURN_RIGHT -> Challenge.TURN_RIGHT;
                  case BLINK -> Challenge.BLINK;
                  case OPEN_MOUTH -> Challenge.OPEN_MOUTH;
                })
            .collect(Collectors.toUnmodifiableSet());
    return ChallengePolicy.standard().asking(set.count(), offered);
  }
}
