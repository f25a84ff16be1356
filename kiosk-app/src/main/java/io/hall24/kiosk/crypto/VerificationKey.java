package io.hall24.kiosk.crypto;

import java.security.PublicKey;

/**
 * A public key that somebody is trusted to sign with.
 *
 * @param keyId as it stands in the {@code kid} of a signature
 */
public record VerificationKey(String keyId, PublicKey key) {
  /** SubjectPublicKeyInfo DER. */
  public Bytes spki() {
    return Bytes.of(key.getEncoded());
  }
}
