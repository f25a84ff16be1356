package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The key with which the sandbox signs. */
final class RegistryKey {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private final SigningScheme scheme;
  private final PrivateKey secret;
  private final ECPublicKey open;
  private final String kid;

  private RegistryKey(SigningScheme scheme, PrivateKey secret, ECPublicKey open, String kid) {
    this.scheme = scheme;
    this.secret = secret;
    this.open = open;
    this.kid = kid;
  }

  private static RegistryKey of(SigningScheme scheme, PrivateKey secret, ECPublicKey open) {
    return new RegistryKey(
        scheme, secret, open, "sandbox-" + sha256(open.getEncoded()).substring(0, 16));
  }

  /** Another key that claims to be this one. */
  RegistryKey forged() {
    RegistryKey other = generate(scheme);
    return new RegistryKey(scheme, other.secret, other.open, kid);
  }

  static RegistryKey generate(SigningScheme scheme) {
    try {
      KeyPair pair = scheme.generator().generateKeyPair();
      return of(scheme, pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(scheme.alg(), missing);
    }
  }

  static RegistryKey load(byte[] pkcs8, byte[] spki) {
    SigningScheme scheme = SigningScheme.of(spki);
    try {
      return of(
          scheme,
          scheme.factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          (ECPublicKey) scheme.factory().generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("the sandbox's key", damaged);
    }
  }

  byte[] pkcs8() {
    return secret.getEncoded();
  }

  byte[] spki() {
    return open.getEncoded();
  }

  /** The public key as a JSON Web Key (RFC 7517). */
  String jwk() {
    return CanonicalJson.MAPPER
        .createObjectNode()
        .put("kty", "EC")
        .put("crv", scheme.crv())
        .put("x", URL.encodeToString(SigningScheme.coordinate(open, true)))
        .put("y", URL.encodeToString(SigningScheme.coordinate(open, false)))
        .put("kid", kid)
        .put("use", "sig")
        .put("alg", scheme.alg())
        .toString();
  }

  /** Compact JWS (RFC 7515, section 3.1). */
  String sign(String type, JsonNode payload) {
    String header =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("alg", scheme.alg())
            .put("kid", kid)
            .put("typ", type)
            .toString();
    String input = base64(header) + "." + base64(payload.toString());
    try {
      return input + "." + URL.encodeToString(scheme.sign(secret, input));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(scheme.alg(), missing);
    }
  }

  /** The payload of a JWS out of the own book, which nobody has to verify. */
  static JsonNode contentOf(String compact) {
    return CanonicalJson.read(text(compact.split("\\.", -1)[1]));
  }

  /** The payload of a JWS that this key has signed as the given type. */
  Optional<JsonNode> verified(String type, String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode header = CanonicalJson.read(text(parts[0]));
      boolean ours =
          header.path("alg").asText().equals(scheme.alg())
              && header.path("typ").asText().equals(type)
              && scheme.verifies(
                  open, parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2]));
      return ours ? Optional.of(CanonicalJson.read(text(parts[1]))) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return Optional.empty();
    }
  }

  /**
   * The seal for electronic licences: of this key where it lies on P-256, of one of its own
   * otherwise, because nobody here could judge PDF signatures with SM2.
   */
  ElectronicSeal seal() {
    return switch (scheme) {
      case ES256 -> new ElectronicSeal(secret, open);
      case SM2 -> generate(SigningScheme.ES256).seal();
    };
  }

  /** SHA-256, lower-case hex. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(hash(content));
  }

  static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("SHA-256", missing);
    }
  }

  private static String text(String base64url) {
    return new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
