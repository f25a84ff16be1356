package io.hall24.kiosk.gateway;

import java.time.LocalDate;

/**
 * Who asks for which orders.
 *
 * @param documentType name of the kind of identity document, e.g. {@code PASSPORT}
 * @param documentNumber as read from the chip
 * @param nationality three letters
 * @param birth date of birth
 * @param role as whom the person comes
 */
public record HolderQuery(
    String documentType, String documentNumber, String nationality, LocalDate birth, Role role) {
  /** As whom somebody comes. */
  public enum Role {
    /** For their own licence. */
    HOLDER,
    /** For the licences of those who named them in the registry. */
    AGENT
  }

  /** Somebody who comes for their own. */
  public HolderQuery(
      String documentType, String documentNumber, String nationality, LocalDate birth) {
    this(documentType, documentNumber, nationality, birth, Role.HOLDER);
  }

  @Override
  public String toString() {
    return "HolderQuery[" + documentType + "]";
  }
}
