package io.hall24.kiosk.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way to be verified, and what came of it; a face is never the only one. */
public sealed interface Route {
  /** Stable name for records, e.g. {@code remote-clerk}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * The face before the camera against the chip photo.
   *
   * @param comparison empty when it came to none
   * @param pad what is known about presentation attacks
   */
  record Face(Optional<FaceComparison> comparison, PadResult pad) implements Route {}

  /**
   * A clerk in the hall looked at person and document and co-signs.
   *
   * @param staffNumber who
   * @param proven how the clerk proved to be that clerk
   */
  record Clerk(int staffNumber, Set<Factor> proven) implements Route {
    public Clerk {
      proven = Set.copyOf(proven);
    }
  }

  /**
   * A clerk saw person and document from afar and co-signs.
   *
   * @param reference by which the clerk's office finds its own record
   * @param proven how the clerk proved to be a clerk, as the office vouches for
   */
  record RemoteClerk(String reference, Set<Factor> proven) implements Route {
    public RemoteClerk {
      proven = Set.copyOf(proven);
    }
  }

  /**
   * An electronic credential of the document's holder was scanned.
   *
   * @param issuer who vouches for it
   * @param fresh whether it is of this visit: not expired, and never shown before
   */
  record Credential(String issuer, boolean fresh) implements Route {}

  /** What a clerk can prove to be themselves with; two of a kind are one. */
  enum Factor {
    /** Something only they know. */
    PIN,
    /** Something only they have: a token or telephone that shows one-time codes. */
    ONE_TIME_CODE
  }
}
