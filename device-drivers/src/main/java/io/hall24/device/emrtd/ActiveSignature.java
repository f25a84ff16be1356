package io.hall24.device.emrtd;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.lds.ActiveAuthenticationInfo;
import org.jmrtd.lds.icao.DG14File;

/**
 * The signature of active authentication (ICAO Doc 9303 part 11, 6.1.2): RSA by ISO/IEC 9796-2
 * scheme 1, or plain ECDSA.
 *
 * @param key of data group 15
 * @param algorithm of an ECDSA signature
 */
record ActiveSignature(PublicKey key, String algorithm) {
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final String USUAL = "SHA256withPLAIN-ECDSA";
  private static final int SHA1_TRAILER = 0xBC;
  private static final int NAMED_TRAILER = 0xCC;

  /** By object identifier, which only data group 14 tells (6.1.2.3). */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          ActiveAuthenticationInfo.ECDSA_PLAIN_SHA1_OID, "SHA1withPLAIN-ECDSA",
          ActiveAuthenticationInfo.ECDSA_PLAIN_SHA224_OID, "SHA224withPLAIN-ECDSA",
          ActiveAuthenticationInfo.ECDSA_PLAIN_SHA256_OID, USUAL,
          ActiveAuthenticationInfo.ECDSA_PLAIN_SHA384_OID, "SHA384withPLAIN-ECDSA",
          ActiveAuthenticationInfo.ECDSA_PLAIN_SHA512_OID, "SHA512withPLAIN-ECDSA");

  static ActiveSignature of(PublicKey key) {
    return new ActiveSignature(key, USUAL);
  }

  /** The same, with the algorithm that data group 14 names. */
  ActiveSignature algorithm(Optional<DG14File> options) {
    return options
        .flatMap(file -> CopyCheck.infos(file, ActiveAuthenticationInfo.class).findFirst())
        .flatMap(info -> Optional.ofNullable(ALGORITHMS.get(info.getSignatureAlgorithmOID())))
        .map(named -> new ActiveSignature(key, named))
        .orElse(this);
  }

  boolean verifies(byte[] challenge, byte[] signature) {
    return key instanceof RSAPublicKey rsa
        ? verifies(rsa, challenge, signature)
        : verifiesByCurve(challenge, signature);
  }

  private boolean verifiesByCurve(byte[] challenge, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm, PROVIDER);
      verifier.initVerify(key);
      verifier.update(challenge);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static boolean verifies(RSAPublicKey rsa, byte[] challenge, byte[] signature) {
    var opened = new BigInteger(1, signature).modPow(rsa.getPublicExponent(), rsa.getModulus());
    int trailer = opened.intValue() & 0xFFFF;
    boolean implicit = (trailer & 0xFF) == SHA1_TRAILER;
    Optional<Digest> digest =
        implicit ? Optional.of(new SHA1Digest()) : named(trailer >> 8, trailer & 0xFF);
    if (digest.isEmpty()) {
      return false;
    }
    var verifier = new ISO9796d2Signer(new RSAEngine(), digest.get(), implicit);
    verifier.init(false, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
    try {
      verifier.updateWithRecoveredMessage(signature);
    } catch (InvalidCipherTextException malformed) {
      return false;
    }
    verifier.update(challenge, 0, challenge.length);
    return verifier.verifySignature(signature);
  }

  /** Hash functions by their number in ISO/IEC 10118-3. */
  private static Optional<Digest> named(int number, int trailer) {
    if (trailer != NAMED_TRAILER) {
      return Optional.empty();
    }
    return switch (number) {
      case 0x33 -> Optional.of(new SHA1Digest());
      case 0x34 -> Optional.of(new SHA256Digest());
      case 0x35 -> Optional.of(new SHA512Digest());
      case 0x36 -> Optional.of(new SHA384Digest());
      case 0x38 -> Optional.of(new SHA224Digest());
      default -> Optional.empty();
    };
  }
}
