package io.hall24.kiosk.demo.registry;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How the sandbox signs: with what the JDK has, or with Bouncy Castle's SM2. */
enum SigningScheme {
  /** ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4). */
  ES256("ES256", "P-256", "secp256r1"),
  /** SM2 with SM3 (GB/T 32918.2) and the usual identity of GM/T 0009. */
  SM2("SM2SM3", "SM2", "sm2p256v1");

  private static final String JDK_ALGORITHM = "SHA256withECDSAinP1363Format";
  private static final String SM2_CURVE = "06082a811ccf5501822d";
  private final String alg;
  private final String crv;
  private final String curve;

  SigningScheme(String alg, String crv, String curve) {
    this.alg = alg;
    this.crv = crv;
    this.curve = curve;
  }

  /** Bouncy Castle, made when it is first needed. */
  private static final class Castle {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  /** That of a stored key. */
  static SigningScheme of(byte[] spki) {
    return HexFormat.of().formatHex(spki).contains(SM2_CURVE) ? SM2 : ES256;
  }

  /** Stands in {@code alg} of a JWS. */
  String alg() {
    return alg;
  }

  /** Stands in {@code crv} of a JWK. */
  String crv() {
    return crv;
  }

  KeyPairGenerator generator() throws GeneralSecurityException {
    KeyPairGenerator generator =
        switch (this) {
          case ES256 -> KeyPairGenerator.getInstance("EC");
          case SM2 -> KeyPairGenerator.getInstance("EC", Castle.PROVIDER);
        };
    generator.initialize(new ECGenParameterSpec(curve));
    return generator;
  }

  KeyFactory factory() throws GeneralSecurityException {
    return switch (this) {
      case ES256 -> KeyFactory.getInstance("EC");
      case SM2 -> KeyFactory.getInstance("EC", Castle.PROVIDER);
    };
  }

  byte[] sign(PrivateKey secret, String input) throws GeneralSecurityException {
    byte[] message = input.getBytes(StandardCharsets.US_ASCII);
    switch (this) {
      case ES256 -> {
        Signature signature = Signature.getInstance(JDK_ALGORITHM);
        signature.initSign(secret);
        signature.update(message);
        return signature.sign();
      }
      case SM2 -> {
        SM2Signer signer = signer();
        signer.init(
            true,
            new ParametersWithRandom(
                ECUtil.generatePrivateKeyParameter(secret), new SecureRandom()));
        signer.update(message, 0, message.length);
        try {
          return signer.generateSignature();
        } catch (CryptoException impossible) {
          throw new GeneralSecurityException(impossible);
        }
      }
    }
    throw new IllegalStateException("every scheme returns");
  }

  boolean verifies(PublicKey open, String input, byte[] signed) throws GeneralSecurityException {
    byte[] message = input.getBytes(StandardCharsets.US_ASCII);
    return switch (this) {
      case ES256 -> {
        Signature signature = Signature.getInstance(JDK_ALGORITHM);
        signature.initVerify(open);
        signature.update(message);
        yield signature.verify(signed);
      }
      case SM2 -> {
        SM2Signer signer = signer();
        signer.init(false, ECUtil.generatePublicKeyParameter(open));
        signer.update(message, 0, message.length);
        yield signer.verifySignature(signed);
      }
    };
  }

  private static SM2Signer signer() {
    return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
  }

  /** A coordinate of a point, 32 bytes. */
  static byte[] coordinate(ECPublicKey key, boolean horizontal) {
    BigInteger value = horizontal ? key.getW().getAffineX() : key.getW().getAffineY();
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    byte[] tail = Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    System.arraycopy(tail, 0, fixed, 32 - length, length);
    return fixed;
  }
}
