package io.hall24.kiosk.identity;

import io.hall24.device.ChipAuthenticity;
import io.hall24.kiosk.identity.AssuranceDecision.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What must be known before a person is served.
 *
 * @param minPassiveLiveness the passive score, 0 to 1, that the face route needs; empty where the
 *     score is only advisory, because it was not calibrated on the terminal's camera
 * @param needsChallenge whether the face route needs a passed active challenge
 */
public record AssurancePolicy(OptionalDouble minPassiveLiveness, boolean needsChallenge) {
  private static final int CLERK_FACTORS = 2;

  /** Decides; every reason is given, not only the first. */
  public AssuranceDecision decide(IdentityAssurance known) {
    Set<Reason> fatal = fatal(known);
    if (!fatal.isEmpty()) {
      return new AssuranceDecision.Refuse(fatal);
    }
    Set<Reason> open = open(known);
    return open.isEmpty() ? new AssuranceDecision.Allow() : new AssuranceDecision.Assist(open);
  }

  private static Set<Reason> fatal(IdentityAssurance known) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (known.chip() == ChipAuthenticity.FORGED) {
      reasons.add(Reason.CHIP_FORGED);
    }
    if (known.validity() == DocumentValidity.EXPIRED) {
      reasons.add(Reason.DOCUMENT_EXPIRED);
    }
    return reasons;
  }

  private Set<Reason> open(IdentityAssurance known) {
    return switch (known.route()) {
      case Route.Face face -> {
        Set<Reason> reasons = unattended(known);
        addAgeReason(known.age(), reasons);
        addFaceReasons(face, reasons);
        yield reasons;
      }
      case Route.Credential(var _, var fresh) -> {
        Set<Reason> reasons = unattended(known);
        if (!fresh) {
          reasons.add(Reason.CREDENTIAL_NOT_FRESH);
        }
        yield reasons;
      }
      // Whoever has person and document before them answers for what the terminal cannot know.
      case Route.Clerk(var _, var proven) -> coSigned(proven);
      case Route.RemoteClerk(var _, var proven) -> coSigned(proven);
    };
  }

  private static Set<Reason> coSigned(Set<Route.Factor> proven) {
    return proven.size() >= CLERK_FACTORS ? Set.of() : Set.of(Reason.NOT_CO_SIGNED);
  }

  private static Set<Reason> unattended(IdentityAssurance known) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (known.chip() == ChipAuthenticity.CHIP_NOT_AUTHENTICATED) {
      reasons.add(Reason.CHIP_NOT_AUTHENTICATED);
    }
    if (known.validity() == DocumentValidity.UNKNOWN) {
      reasons.add(Reason.TIME_NOT_VERIFIED);
    }
    return reasons;
  }

  private static void addAgeReason(HolderAge age, Set<Reason> reasons) {
    switch (age) {
      case OLD_ENOUGH -> {}
      case CHILD -> reasons.add(Reason.HOLDER_IS_A_CHILD);
      case UNKNOWN -> reasons.add(Reason.TIME_NOT_VERIFIED);
    }
  }

  private void addFaceReasons(Route.Face face, Set<Reason> reasons) {
    if (face.comparison().isEmpty()) {
      reasons.add(Reason.FACE_NOT_COMPARED);
    } else if (!face.comparison().get().match()) {
      reasons.add(Reason.FACE_DID_NOT_MATCH);
    }
    if (minPassiveLiveness.isPresent()) {
      addPassiveReason(face.pad(), minPassiveLiveness.getAsDouble(), reasons);
    }
    if (needsChallenge) {
      activeReason(face.pad().active()).ifPresent(reasons::add);
    }
  }

  private static void addPassiveReason(PadResult pad, double least, Set<Reason> reasons) {
    if (pad.passive().isEmpty()) {
      reasons.add(Reason.PRESENTATION_ATTACK_NOT_ASSESSED);
    } else if (pad.passive().get().live() < least) {
      reasons.add(Reason.PRESENTATION_ATTACK_SUSPECTED);
    }
  }

  /** Not to manage a movement is no attack: many people cannot. */
  private static Optional<Reason> activeReason(PadResult.Active active) {
    return switch (active) {
      case PadResult.Active.Passed _ -> Optional.empty();
      case PadResult.Active.NotAsked _ -> Optional.of(Reason.PRESENTATION_ATTACK_NOT_ASSESSED);
      case PadResult.Active.NotPassed(var why, var _) ->
          Optional.of(
              switch (why) {
                case NOT_DONE, OUT_OF_TIME -> Reason.PRESENTATION_ATTACK_NOT_ASSESSED;
                case WRONG_MOVEMENT, OTHER_FACE -> Reason.PRESENTATION_ATTACK_SUSPECTED;
              });
    };
  }
}
