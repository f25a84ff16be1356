package io.hall24.kiosk.identity;

import java.util.Set;

/** Whether what is known about a person is enough. */
public sealed interface AssuranceDecision {
  /** Enough. */
  record Allow() implements AssuranceDecision {}

  /** Not enough on this route; another one, or a person, can help. */
  record Assist(Set<Reason> reasons) implements AssuranceDecision {
    public Assist {
      reasons = Set.copyOf(reasons);
    }
  }

  /** No route helps with this document. */
  record Refuse(Set<Reason> reasons) implements AssuranceDecision {
    public Refuse {
      reasons = Set.copyOf(reasons);
    }
  }

  /** What is missing or wrong. */
  enum Reason {
    CHIP_FORGED,
    DOCUMENT_EXPIRED,
    CHIP_NOT_AUTHENTICATED,
    TIME_NOT_VERIFIED,
    /** The holder is below fourteen. */
    HOLDER_IS_A_CHILD,
    /** Too many comparisons of this document failed within a day, at whichever terminals. */
    COMPARISONS_USED_UP,
    FACE_NOT_COMPARED,
    FACE_DID_NOT_MATCH,
    PRESENTATION_ATTACK_NOT_ASSESSED,
    PRESENTATION_ATTACK_SUSPECTED,
    /** No clerk proved with two factors to be one. */
    NOT_CO_SIGNED,
    /** The credential is expired, or was shown before. */
    CREDENTIAL_NOT_FRESH
  }
}
