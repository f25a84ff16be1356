package io.hall24.kiosk.crypto;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import io.hall24.kiosk.crypto.Verification.Invalid;
import io.hall24.kiosk.crypto.Verification.Reason;
import io.hall24.kiosk.crypto.Verification.Valid;
import java.text.ParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Believes statements that one of a set of trusted keys signed. Keys and certificates that a JWS
 * carries or links to are ignored: only its {@code kid} is looked up.
 */
public final class StatementVerifier {
  private final CryptoSuite suite;
  private final Map<String, VerificationKey> trusted;

  /**
   * @throws IllegalStateException when two keys share an id
   */
  public StatementVerifier(CryptoSuite suite, Collection<VerificationKey> trusted) {
    this.suite = suite;
    this.trusted =
        trusted.stream()
            .collect(Collectors.toUnmodifiableMap(VerificationKey::keyId, Function.identity()));
  }

  /**
   * Verifies.
   *
   * @param type the only {@code typ} that counts
   */
  public Verification verify(Jws jws, String type) {
    JWSObject parsed;
    try {
      parsed = JWSObject.parse(jws.compact());
    } catch (ParseException malformed) {
      return new Invalid(Reason.MALFORMED, "not a compact JWS");
    }
    JWSHeader header = parsed.getHeader();
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      return new Invalid(Reason.MALFORMED, "critical headers " + header.getCriticalParams());
    }
    if (!header.getAlgorithm().getName().equals(suite.signatureAlgorithm())) {
      return new Invalid(Reason.WRONG_ALGORITHM, header.getAlgorithm().getName());
    }
    if (header.getType() == null || !header.getType().getType().equals(type)) {
      return new Invalid(Reason.WRONG_TYPE, "expected " + type + ", found " + header.getType());
    }
    Optional<VerificationKey> key =
        Optional.ofNullable(header.getKeyID()).flatMap(id -> Optional.ofNullable(trusted.get(id)));
    return key.map(trustedKey -> signatureOf(parsed, trustedKey, type))
        .orElseGet(() -> new Invalid(Reason.UNKNOWN_KEY, "kid " + header.getKeyID()));
  }

  private Verification signatureOf(JWSObject parsed, VerificationKey key, String type) {
    Bytes message = Bytes.of(parsed.getSigningInput());
    Bytes signature = Bytes.of(parsed.getSignature().decode());
    return suite.verifies(key, message, signature)
        ? new Valid(new Statement(type, Bytes.of(parsed.getPayload().toBytes()), key.keyId()))
        : new Invalid(Reason.WRONG_SIGNATURE, "kid " + key.keyId());
  }
}
