package io.hall24.kiosk.crypto;

import java.security.PrivateKey;

/** A key pair that signs. Tells only its public half. */
public final class SigningKey {
  private final PrivateKey secret;
  private final VerificationKey verification;

  SigningKey(PrivateKey secret, VerificationKey verification) {
    this.secret = secret;
    this.verification = verification;
  }

  /** The public half; its key id is the RFC 7638 thumbprint in the international suite. */
  public VerificationKey verification() {
    return verification;
  }

  PrivateKey secret() {
    return secret;
  }
}
