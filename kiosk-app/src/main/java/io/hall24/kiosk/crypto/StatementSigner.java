package io.hall24.kiosk.crypto;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;

/** Signs statements with one key. */
public final class StatementSigner {
  private final CryptoSuite suite;
  private final SigningKey key;

  public StatementSigner(CryptoSuite suite, SigningKey key) {
    this.suite = suite;
    this.key = key;
  }

  /** The compact JWS over the content, with {@code alg}, {@code typ} and {@code kid}. */
  public Jws sign(String type, Bytes content) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(suite.signatureAlgorithm()))
            .type(new JOSEObjectType(type))
            .keyID(key.verification().keyId())
            .build();
    String input = header.toBase64URL() + "." + Base64URL.encode(content.toArray());
    Bytes signature = suite.sign(key, Bytes.utf8(input));
    return new Jws(input + "." + Base64URL.encode(signature.toArray()));
  }
}
