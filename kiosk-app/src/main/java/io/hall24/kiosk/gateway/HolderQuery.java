package io.hall24.kiosk.gateway;

import java.time.LocalDate;

/**
 * Who asks for their orders.
 *
 * @param documentType name of the kind of identity document, e.g. {@code PASSPORT}
 * @param documentNumber as read from the chip
 * @param nationality three letters
 * @param birth date of birth
 */
public record HolderQuery(
    String documentType, String documentNumber, String nationality, LocalDate birth) {
  @Override
  public String toString() {
    return "HolderQuery[" + documentType + "]";
  }
}
