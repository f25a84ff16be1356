package io.hall24.kiosk.crypto;

import java.util.Optional;

/**
 * One coherent choice of digest, authenticated encryption and signature. Callers name none of the
 * algorithms, so that a terminal under GM/T rules (SM3, SM4-GCM, SM2) differs in the suite alone.
 * Suites are immutable and safe for use by several threads.
 */
public interface CryptoSuite {
  /** Stable name that stands in what the suite protected, e.g. {@code international}. */
  String name();

  /** Length of {@link #digest} in bytes. */
  int digestSize();

  /** The digest of the parts, one after the other. */
  Bytes digest(Bytes... parts);

  /** Random bytes that nobody can foretell. */
  Bytes random(int size);

  SealingKey newSealingKey();

  /**
   * A key from its stored form.
   *
   * @throws IllegalArgumentException when the length is not the suite's
   */
  SealingKey sealingKey(Bytes raw);

  /**
   * Encrypts and authenticates under a fresh random nonce.
   *
   * @param context authenticated with the content, not stored; the same must be given to {@link
   *     #unseal}
   * @return nonce, ciphertext and tag, in this order
   */
  Bytes seal(SealingKey key, Bytes content, Bytes context);

  /** Empty when key, context or a single bit differs from what was sealed. */
  Optional<Bytes> unseal(SealingKey key, Bytes sealed, Bytes context);

  /** The JWS {@code alg} of this suite's signatures (RFC 7518, section 3.1), e.g. {@code ES256}. */
  String signatureAlgorithm();

  SigningKey newSigningKey();

  /**
   * A signing key from its stored form.
   *
   * @param pkcs8 the private key, PKCS#8 DER
   * @param spki the public key, SubjectPublicKeyInfo DER
   * @throws IllegalArgumentException when they are not keys of this suite
   */
  SigningKey signingKey(Bytes pkcs8, Bytes spki);

  /**
   * A key to verify with.
   *
   * @param keyId as its owner states it in {@code kid}
   * @param spki SubjectPublicKeyInfo DER
   * @throws IllegalArgumentException when it is not a key of this suite
   */
  VerificationKey verificationKey(String keyId, Bytes spki);

  /** Signs, in the form that JWS wants (for ES256: R and S, 32 bytes each). */
  Bytes sign(SigningKey key, Bytes message);

  /** Whether the signature is this key's over exactly this message. */
  boolean verifies(VerificationKey key, Bytes message, Bytes signature);

  /** SHA-256, AES-256-GCM with random 96-bit nonces, ECDSA on P-256. */
  static CryptoSuite international() {
    return InternationalSuite.INSTANCE;
  }

  /** SM3, SM4-GCM with random 96-bit nonces, SM2 with SM3: what GM/T rules ask for. */
  static CryptoSuite national() {
    return NationalSuite.INSTANCE;
  }

  /** The suite of that name, if this build has it. */
  static Optional<CryptoSuite> named(String name) {
    return switch (name) {
      case InternationalSuite.NAME -> Optional.of(international());
      case NationalSuite.NAME -> Optional.of(national());
      default -> Optional.empty();
    };
  }
}
