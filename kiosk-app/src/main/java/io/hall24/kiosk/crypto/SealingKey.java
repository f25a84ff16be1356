package io.hall24.kiosk.crypto;

import javax.crypto.SecretKey;

/** A secret key for {@link CryptoSuite#seal}. Says nothing about itself. */
public final class SealingKey {
  private final SecretKey key;

  SealingKey(SecretKey key) {
    this.key = key;
  }

  SecretKey key() {
    return key;
  }

  Bytes raw() {
    return Bytes.of(key.getEncoded());
  }
}
