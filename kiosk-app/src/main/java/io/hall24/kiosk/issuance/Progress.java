package io.hall24.kiosk.issuance;

/**
 * What a screen may show about a running issuance.
 *
 * @param ticket which
 * @param stage how far it is
 */
public record Progress(Ticket ticket, Stage stage) {
  /** In order; a stage may be left out when the issuance ends early. */
  public enum Stage {
    /** The devices are checked and the registry is asked. */
    ASKING_REGISTRY,
    /** The face is laid out, the sheet set aside. */
    PREPARING,
    /** Paper moves; the visit can no longer stop it. */
    PRINTING,
    /** The printer has all of the document. */
    DOCUMENT_ACCEPTED,
    /** The eye reads the sheet back. */
    CHECKING,
    /** The flap is open. */
    READY_TO_TAKE,
    /** It is over; the outcome tells how. */
    ENDED
  }
}
