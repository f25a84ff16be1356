package io.hall24.kiosk.gateway;

import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import java.time.Duration;

/**
 * The registry's single-use permission to this terminal to print one copy.
 *
 * @param grantId the registry's id
 * @param issuanceId the attempt that it is for
 * @param orderId the order
 * @param copy the copy
 * @param face everything that is to be printed
 * @param faceHash SHA-256 over the face's canonical JSON, lower-case hex, as the registry signed it
 * @param validFor how long after its receipt printing may start
 * @param jws the signed grant, byte for byte
 */
public record Grant(
    String grantId,
    String issuanceId,
    String orderId,
    Copy copy,
    LicenceFace face,
    String faceHash,
    Duration validFor,
    String jws) {}
