package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.crypto.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What a staff card answered to a challenge of ours.
 *
 * @param challenge random, made for this one entry
 * @param answer the card's signature over it
 */
public record CardProof(Bytes challenge, Bytes answer) {
  private static final String ALGORITHM = "SHA256withECDSA";

  /**
   * Whether it was made with the key that belongs to a public one.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo, Base64
   */
  boolean isBy(String publicKey) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
      verifier.update(challenge.toArray());
      return verifier.verify(answer.toArray());
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }
}
