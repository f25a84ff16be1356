package io.hall24.kiosk.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.VerificationKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Optional;

/** Public keys as JSON Web Keys (RFC 7517). */
public final class TrustAnchor {
  private TrustAnchor() {}

  /** The key of a JWK on P-256 that has a key id; empty for anything else. */
  public static Optional<VerificationKey> ofJwk(String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (!Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null || key.isPrivate()) {
        return Optional.empty();
      }
      Bytes spki = Bytes.of(key.toECPublicKey().getEncoded());
      return Optional.of(CryptoSuite.international().verificationKey(key.getKeyID(), spki));
    } catch (ParseException | JOSEException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /**
   * The JWK of a key.
   *
   * @throws IllegalArgumentException when it is not on an elliptic curve
   */
  public static String jwk(VerificationKey key) {
    if (!(key.key() instanceof ECPublicKey ec)) {
      throw new IllegalArgumentException("key " + key.keyId() + " is on no elliptic curve");
    }
    return new ECKey.Builder(Curve.P_256, ec).keyID(key.keyId()).build().toJSONString();
  }
}
