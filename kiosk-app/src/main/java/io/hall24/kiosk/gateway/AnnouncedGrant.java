package io.hall24.kiosk.gateway;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.time.Instant;

/**
 * A grant that the registry gave beforehand, because its holder said that they will come to this
 * terminal. It names its issuance, which has not begun.
 *
 * @param grant the permission, which counts its validity from its use
 * @param caseNumber of the order
 * @param notAfter until when, by the registry's time, printing may begin without asking again
 * @param activeBy by when at the latest a sheet's number becomes valid
 * @param holder who may collect it
 */
public record AnnouncedGrant(
    Grant grant, String caseNumber, Instant notAfter, Instant activeBy, Holder holder) {

  /**
   * Somebody, without saying who: the digest of what their document says, and a salt, as the
   * contract's {@code Announcement} describes.
   *
   * @param salt lower-case hex
   * @param digest SHA-256, lower-case hex
   */
  public record Holder(String salt, String digest) {
    /** Whether it is who shows this document. */
    public boolean is(HolderQuery shown) {
      String who =
          String.join(
              "\n",
              salt,
              shown.documentType(),
              shown.documentNumber(),
              shown.nationality(),
              shown.birth().toString());
      return CryptoSuite.international().digest(Bytes.utf8(who)).hex().equals(digest);
    }
  }
}
