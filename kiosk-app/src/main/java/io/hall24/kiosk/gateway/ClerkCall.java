package io.hall24.kiosk.gateway;

/**
 * Whom a clerk is to confirm from afar.
 *
 * @param name as the document has it
 */
public record ClerkCall(DocumentQuery document, String name) {
  @Override
  public String toString() {
    return "ClerkCall[]";
  }
}
