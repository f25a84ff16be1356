package io.hall24.kiosk.issuance;

import io.hall24.device.Medium;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An issuance that is not settled, as the ledger has it.
 *
 * @param ticket which
 * @param state where it stands
 * @param grantId the registry's id of the permission, once there is one
 * @param qr what the QR code of the granted face says, once there is a grant and while its key
 *     lives
 * @param medium the tray, once a sheet is set aside
 * @param sheet the reserved sheet, once one is
 * @param jobId the printer's job, once there is one
 * @param lastSequence sequence of the event that brought it into its state
 */
public record OpenIssuance(
    Ticket ticket,
    IssuanceState state,
    Optional<String> grantId,
    Optional<String> qr,
    Optional<Medium> medium,
    Optional<SheetNumber> sheet,
    OptionalInt jobId,
    long lastSequence) {
  @Override
  public String toString() {
    return "OpenIssuance[" + ticket.issuanceId() + " " + state + "]";
  }
}
