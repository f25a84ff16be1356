package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The key with which the sandbox signs: ECDSA on P-256 with SHA-256 (ES256, RFC 7518, 3.4). */
final class RegistryKey {
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private final PrivateKey secret;
  private final ECPublicKey open;
  private final String kid;

  private RegistryKey(PrivateKey secret, ECPublicKey open, String kid) {
    this.secret = secret;
    this.open = open;
    this.kid = kid;
  }

  private static RegistryKey of(PrivateKey secret, ECPublicKey open) {
    return new RegistryKey(secret, open, "sandbox-" + sha256(open.getEncoded()).substring(0, 16));
  }

  /** Another key that claims to be this one. */
  RegistryKey forged() {
    RegistryKey other = generate();
    return new RegistryKey(other.secret, other.open, kid);
  }

  static RegistryKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return of(pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("P-256", missing);
    }
  }

  static RegistryKey load(byte[] pkcs8, byte[] spki) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return of(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(spki)));
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
        .put("crv", "P-256")
        .put("x", coordinate(open.getW().getAffineX()))
        .put("y", coordinate(open.getW().getAffineY()))
        .put("kid", kid)
        .put("use", "sig")
        .put("alg", "ES256")
        .toString();
  }

  /** Compact JWS (RFC 7515, section 3.1). */
  String sign(String type, JsonNode payload) {
    String header =
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("alg", "ES256")
            .put("kid", kid)
            .put("typ", type)
            .toString();
    String input = base64(header) + "." + base64(payload.toString());
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(ALGORITHM, missing);
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
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(open);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      boolean ours =
          header.path("alg").asText().equals("ES256")
              && header.path("typ").asText().equals(type)
              && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
      return ours ? Optional.of(CanonicalJson.read(text(parts[1]))) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return Optional.empty();
    }
  }

  /** The seal of this key for electronic licences. */
  ElectronicSeal seal() {
    return new ElectronicSeal(secret, open);
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

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(
        Arrays.copyOfRange(bytes, bytes.length - length, bytes.length),
        0,
        fixed,
        32 - length,
        length);
    return URL.encodeToString(fixed);
  }
}
