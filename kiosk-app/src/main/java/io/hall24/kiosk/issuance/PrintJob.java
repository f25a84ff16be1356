package io.hall24.kiosk.issuance;

import java.util.Optional;

/**
 * A job whose document may have reached the printer.
 *
 * @param ticket for which issuance
 * @param qr what the sheet's QR code has to say
 * @param code what it has to show as the credit code, where that is still known
 * @param sheet the number that the sheet has to carry
 * @param jobId as the printer numbers it
 */
record PrintJob(Ticket ticket, String qr, Optional<String> code, SheetNumber sheet, int jobId) {
  @Override
  public String toString() {
    return "PrintJob[" + ticket.issuanceId() + " job " + jobId + " sheet " + sheet + "]";
  }
}
