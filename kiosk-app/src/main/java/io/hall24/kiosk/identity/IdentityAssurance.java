package io.hall24.kiosk.identity;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.IdentityDocument;
import java.util.Optional;

/**
 * How the terminal knows who stands there. Names no person, so that it can be recorded.
 *
 * @param document the kind of document that was read
 * @param protocol how its chip was read, e.g. {@code PACE-CAN}
 * @param chip how far the chip's data was proven
 * @param validity whether the document is still valid
 * @param comparison the face comparison; empty on a route without one, or when it came to none
 * @param pad what is known about presentation attacks
 * @param route by which the person was verified
 */
public record IdentityAssurance(
    IdentityDocument.Type document,
    String protocol,
    ChipAuthenticity chip,
    DocumentValidity validity,
    Optional<FaceComparison> comparison,
    PadResult pad,
    Route route) {

  /** Ways to be verified; face is never the only one. */
  public enum Route {
    FACE,
    /** A clerk in the hall co-signs. */
    CLERK,
    /** A clerk sees person and document from afar and co-signs. */
    REMOTE_CLERK,
    /** An electronic credential of the holder. */
    CREDENTIAL;

    /** Whether an official has looked at person and document. */
    public boolean attended() {
      return this == CLERK || this == REMOTE_CLERK;
    }
  }
}
