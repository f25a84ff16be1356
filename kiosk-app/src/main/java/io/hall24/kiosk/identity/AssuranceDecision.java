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
    FACE_NOT_COMPARED,
    FACE_DID_NOT_MATCH,
    PRESENTATION_ATTACK_NOT_ASSESSED,
    PRESENTATION_ATTACK_SUSPECTED
  }
}
