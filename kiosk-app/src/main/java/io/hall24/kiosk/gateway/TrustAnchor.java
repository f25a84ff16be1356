package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.VerificationKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Public keys as JSON Web Keys (RFC 7517). The curve of the national suite has no registered name;
 * the contract calls it {@code SM2}.
 */
public final class TrustAnchor {
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE = 32;

  private TrustAnchor() {}

  /**
   * A curve on which keys lie: its name in a JWK, its suite, and how a SubjectPublicKeyInfo (RFC
   * 5480) with an uncompressed point on it begins.
   */
  private enum Curve {
    P_256("P-256", "3059301306072a8648ce3d020106082a8648ce3d03010703420004"),
    SM2("SM2", "3059301306072a8648ce3d020106082a811ccf5501822d03420004");

    private final String crv;
    private final String spki;

    Curve(String crv, String spki) {
      this.crv = crv;
      this.spki = spki;
    }

    CryptoSuite suite() {
      return switch (this) {
        case P_256 -> CryptoSuite.international();
        case SM2 -> CryptoSuite.national();
      };
    }

    static Optional<Curve> named(String crv) {
      return firstWith(curve -> curve.crv.equals(crv));
    }

    static Optional<Curve> of(VerificationKey key) {
      return firstWith(curve -> key.spki().hex().startsWith(curve.spki));
    }

    private static Optional<Curve> firstWith(Predicate<Curve> wanted) {
      return Arrays.stream(values()).filter(wanted).findFirst();
    }
  }

  /** The key of a JWK that has a key id and lies on a curve of one of the suites. */
  public static Optional<VerificationKey> ofJwk(String jwk) {
    return parsed(jwk)
        .flatMap(said -> Curve.named(said.path("crv").asText()).flatMap(c -> on(c, said)));
  }

  /** The same; empty too when the curve is another suite's. */
  public static Optional<VerificationKey> ofJwk(String jwk, CryptoSuite suite) {
    return parsed(jwk)
        .flatMap(said ->
            Curve.named(said.path("crv").asText())
                .filter(curve -> curve.suite().name().equals(suite.name()))
                .flatMap(curve -> on(curve, said)));
  }

  private static Optional<JsonNode> parsed(String jwk) {
    try {
      return Optional.of(RegistryLink.MAPPER.readTree(jwk))
          .filter(said -> said.path("kty").asText().equals("EC"))
          .filter(said -> !said.path("kid").asText().isEmpty() && !said.has("d"));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<VerificationKey> on(Curve curve, JsonNode said) {
    try {
      Bytes point = Bytes.join(coordinate(said, "x"), coordinate(said, "y"));
      Bytes spki = Bytes.join(Bytes.fromHex(curve.spki), point);
      return Optional.of(curve.suite().verificationKey(said.path("kid").asText(), spki));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static Bytes coordinate(JsonNode said, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(said.path(name).asText());
    if (bytes.length != COORDINATE) {
      throw new IllegalArgumentException(name + " has " + bytes.length + " bytes");
    }
    return Bytes.of(bytes);
  }

  /**
   * The JWK of a key.
   *
   * @throws IllegalArgumentException when it lies on no curve of a suite
   */
  public static String jwk(VerificationKey key) {
    Curve curve =
        Curve.of(key)
            .orElseThrow(
                () -> new IllegalArgumentException("key " + key.keyId() + " is on no known curve"));
    Bytes point = key.spki().slice(curve.spki.length() / 2, key.spki().size());
    return RegistryLink.MAPPER
        .createObjectNode()
        .put("kty", "EC")
        .put("crv", curve.crv)
        .put("x", TO_TEXT.encodeToString(point.slice(0, COORDINATE).toArray()))
        .put("y", TO_TEXT.encodeToString(point.slice(COORDINATE, point.size()).toArray()))
        .put("kid", key.keyId())
        .toString();
  }
}
