package io.hall24.kiosk.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** FIPS 180-4 SHA-256, NIST SP 800-38D AES-256-GCM, FIPS 186-5 ECDSA on P-256; from the JDK. */
final class InternationalSuite implements CryptoSuite {
  static final InternationalSuite INSTANCE = new InternationalSuite();
  static final String NAME = "international";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String SEALING = "AES/GCM/NoPadding";
  private static final String SIGNING = "SHA256withECDSAinP1363Format";
  private final SecureRandom random = new SecureRandom();

  private InternationalSuite() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int digestSize() {
    return 32;
  }

  @Override
  public Bytes digest(Bytes... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Bytes part : parts) {
        digest.update(part.toArray());
      }
      return Bytes.of(digest.digest());
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public Bytes random(int size) {
    byte[] drawn = new byte[size];
    random.nextBytes(drawn);
    return Bytes.of(drawn);
  }

  @Override
  public SealingKey newSealingKey() {
    return sealingKey(random(KEY_BYTES));
  }

  @Override
  public SealingKey sealingKey(Bytes raw) {
    if (raw.size() != KEY_BYTES) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + raw.size());
    }
    return new SealingKey(new SecretKeySpec(raw.toArray(), "AES"));
  }

  @Override
  public Bytes seal(SealingKey key, Bytes content, Bytes context) {
    try {
      Bytes nonce = random(NONCE_BYTES);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
      return Bytes.join(nonce, Bytes.of(cipher.doFinal(content.toArray())));
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public Optional<Bytes> unseal(SealingKey key, Bytes sealed, Bytes context) {
    if (sealed.size() < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.slice(0, NONCE_BYTES), context);
      Bytes ciphertext = sealed.slice(NONCE_BYTES, sealed.size());
      return Optional.of(Bytes.of(cipher.doFinal(ciphertext.toArray())));
    } catch (AEADBadTagException differs) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  private static Cipher cipher(int mode, SealingKey key, Bytes nonce, Bytes context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(SEALING);
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce.toArray()));
    cipher.updateAAD(context.toArray());
    return cipher;
  }

  @Override
  public String signatureAlgorithm() {
    return "ES256";
  }

  @Override
  public SigningKey newSigningKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      return signingKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public SigningKey signingKey(Bytes pkcs8, Bytes spki) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toArray()));
      return signingKey(secret, publicKey(spki));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an EC private key", wrong);
    }
  }

  private static SigningKey signingKey(PrivateKey secret, PublicKey publicKey) {
    if (!(secret instanceof ECPrivateKey)) {
      throw new IllegalArgumentException("not an EC private key");
    }
    return new SigningKey(secret, new VerificationKey(thumbprint(publicKey), publicKey));
  }

  @Override
  public VerificationKey verificationKey(String keyId, Bytes spki) {
    return new VerificationKey(keyId, publicKey(spki));
  }

  private static PublicKey publicKey(Bytes spki) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki.toArray()));
      thumbprint(key);
      return key;
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an EC public key", wrong);
    }
  }

  /** RFC 7638; also refuses points that are not on P-256. */
  private static String thumbprint(PublicKey key) {
    try {
      return new ECKey.Builder(Curve.P_256, (ECPublicKey) key)
          .build()
          .computeThumbprint()
          .toString();
    } catch (JOSEException | IllegalStateException | ClassCastException wrong) {
      throw new IllegalArgumentException("not a key on P-256", wrong);
    }
  }

  @Override
  public Bytes sign(SigningKey key, Bytes message) {
    try {
      Signature signature = Signature.getInstance(SIGNING);
      signature.initSign(key.secret(), random);
      signature.update(message.toArray());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public boolean verifies(VerificationKey key, Bytes message, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance(SIGNING);
      verifier.initVerify(key.key());
      verifier.update(message.toArray());
      return verifier.verify(signature.toArray());
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  private static IllegalStateException unavailable(GeneralSecurityException missing) {
    return new IllegalStateException("the Java runtime lacks an algorithm", missing);
  }
}
