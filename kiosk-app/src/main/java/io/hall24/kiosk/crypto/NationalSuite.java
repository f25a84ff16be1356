package io.hall24.kiosk.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.interfaces.ECKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * GB/T 32905 SM3, GB/T 32907 SM4 in GCM (RFC 8998), GB/T 32918 SM2 on the recommended curve with
 * the usual identity of GM/T 0009; from Bouncy Castle. No JWS algorithm is registered for SM2: what
 * stands in {@code alg} is this suite's own word.
 */
final class NationalSuite implements CryptoSuite {
  static final NationalSuite INSTANCE = new NationalSuite();
  static final String NAME = "national";
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private final SecureRandom random = new SecureRandom();

  private NationalSuite() {}

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
    SM3Digest digest = new SM3Digest();
    for (Bytes part : parts) {
      digest.update(part.toArray(), 0, part.size());
    }
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return Bytes.of(result);
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
      throw new IllegalArgumentException("an SM4 key has 16 bytes, not " + raw.size());
    }
    return new SealingKey(new SecretKeySpec(raw.toArray(), "SM4"));
  }

  @Override
  public Bytes seal(SealingKey key, Bytes content, Bytes context) {
    Bytes nonce = random(NONCE_BYTES);
    try {
      return Bytes.join(nonce, through(cipher(true, key, nonce, context), content));
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("encrypting checks no tag", impossible);
    }
  }

  @Override
  public Optional<Bytes> unseal(SealingKey key, Bytes sealed, Bytes context) {
    if (sealed.size() < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          through(
              cipher(false, key, sealed.slice(0, NONCE_BYTES), context),
              sealed.slice(NONCE_BYTES, sealed.size())));
    } catch (InvalidCipherTextException differs) {
      return Optional.empty();
    }
  }

  private static GCMModeCipher cipher(
      boolean encrypting, SealingKey key, Bytes nonce, Bytes context) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(
        encrypting,
        new AEADParameters(
            new KeyParameter(key.raw().toArray()), TAG_BITS, nonce.toArray(), context.toArray()));
    return cipher;
  }

  private static Bytes through(GCMModeCipher cipher, Bytes input)
      throws InvalidCipherTextException {
    byte[] output = new byte[cipher.getOutputSize(input.size())];
    int written = cipher.processBytes(input.toArray(), 0, input.size(), output, 0);
    written += cipher.doFinal(output, written);
    return Bytes.of(output).slice(0, written);
  }

  @Override
  public String signatureAlgorithm() {
    return "SM2SM3";
  }

  @Override
  public SigningKey newSigningKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
      KeyPair pair = generator.generateKeyPair();
      return signingKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public SigningKey signingKey(Bytes pkcs8, Bytes spki) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC", PROVIDER);
      return signingKey(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toArray())), publicKey(spki));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an EC private key", wrong);
    }
  }

  private SigningKey signingKey(PrivateKey secret, PublicKey publicKey) {
    requireCurve(secret);
    return new SigningKey(secret, new VerificationKey(thumbprint(publicKey), publicKey));
  }

  @Override
  public VerificationKey verificationKey(String keyId, Bytes spki) {
    return new VerificationKey(keyId, publicKey(spki));
  }

  private static PublicKey publicKey(Bytes spki) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC", PROVIDER)
              .generatePublic(new X509EncodedKeySpec(spki.toArray()));
      requireCurve(key);
      return key;
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an EC public key", wrong);
    }
  }

  private static void requireCurve(Object key) {
    if (!(key instanceof ECKey curved)
        || !GMObjectIdentifiers.sm2p256v1.equals(ECUtil.getNamedCurveOid(curved.getParameters()))) {
      throw new IllegalArgumentException("not a key on sm2p256v1");
    }
  }

  /** SM3 of the SubjectPublicKeyInfo, base64url. */
  private String thumbprint(PublicKey key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(digest(Bytes.of(key.getEncoded())).toArray());
  }

  @Override
  public Bytes sign(SigningKey key, Bytes message) {
    try {
      CipherParameters secret = ECUtil.generatePrivateKeyParameter(key.secret());
      SM2Signer signer = signer(true, new ParametersWithRandom(secret, random), message);
      return Bytes.of(signer.generateSignature());
    } catch (GeneralSecurityException | CryptoException missing) {
      throw unavailable(missing);
    }
  }

  @Override
  public boolean verifies(VerificationKey key, Bytes message, Bytes signature) {
    try {
      return signer(false, ECUtil.generatePublicKeyParameter(key.key()), message)
          .verifySignature(signature.toArray());
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not a key of this suite", wrong);
    }
  }

  private static SM2Signer signer(boolean signing, CipherParameters key, Bytes message) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    signer.init(signing, key);
    signer.update(message.toArray(), 0, message.size());
    return signer;
  }

  private static IllegalStateException unavailable(Exception missing) {
    return new IllegalStateException("Bouncy Castle lacks what this suite needs", missing);
  }
}
