package io.hall24.kiosk.gateway;

/**
 * Which identity document, of whomever it may be.
 *
 * @param documentType name of the kind of identity document, e.g. {@code PASSPORT}
 * @param documentNumber as read from the chip
 * @param nationality three letters
 */
public record DocumentQuery(String documentType, String documentNumber, String nationality) {
  @Override
  public String toString() {
    return "DocumentQuery[" + documentType + "]";
  }
}
