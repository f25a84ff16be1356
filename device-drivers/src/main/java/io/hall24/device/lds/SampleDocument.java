package io.hall24.device.lds;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The smallest document that can be interpreted and authenticated, made of nothing but code. Its
 * interpretation loads everything that the first citizen would otherwise have to wait for.
 */
public final class SampleDocument {
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final X500Name ISSUER = new X500Name("C=UT,CN=Sample");
  private static final Duration VALIDITY = Duration.ofDays(1);
  private static final int FACE_RECORD = 14 + 20 + 12;

  private SampleDocument() {}

  /** A document and who vouches for it. */
  record Pressed(DocumentFiles files, TrustedIssuers trust) {}

  /**
   * Interprets a sample.
   *
   * @return whether it was believed, as it must be
   */
  public static boolean rehearse(HallClock clock) {
    try (var memory = new ErasableMemory()) {
      Pressed sample = press(clock);
      var reading =
          new DocumentInterpreter(sample.trust(), clock)
              .interpret(sample.files(), "sample", ChipProof.NOT_OFFERED, memory);
      return reading instanceof DocumentReading.Read(var document)
          && document.authenticity() == ChipAuthenticity.PASSIVELY_AUTHENTICATED;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java without elliptic curves", impossible);
    }
  }

  static Pressed press(HallClock clock) throws GeneralSecurityException {
    byte[] zone = dataGroup1();
    byte[] face = dataGroup2();
    try {
      KeyPair keys = keys();
      X509CertificateHolder certificate = certificate(keys, clock.wallTime());
      X509Certificate trusted =
          new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(certificate);
      return new Pressed(
          new DocumentFiles(
              Map.of(1, zone, 2, face), securityObject(zone, face, keys, certificate)),
          new TrustedIssuers(List.of(trusted)));
    } catch (OperatorCreationException | CMSException | IOException impossible) {
      throw new GeneralSecurityException("sample document", impossible);
    }
  }

  private static byte[] dataGroup1() {
    String first = "P<UTOSAMPLE<<SAMPLE" + "<".repeat(25);
    String number = checked("SAMPLE000");
    String birth = checked("900101");
    String expiry = checked("300101");
    String optional = checked("<".repeat(14));
    char composite = ZoneChecks.digit(number + birth + expiry + optional);
    String second = number + "UTO" + birth + "<" + expiry + optional + composite;
    byte[] zone = (first + second).getBytes(StandardCharsets.US_ASCII);
    return object(0x61, object(0x5F1F, zone));
  }

  private static byte[] dataGroup2() {
    byte[] picture = new byte[64];
    ByteBuffer record = ByteBuffer.allocate(FACE_RECORD + picture.length);
    record.put("FAC\0".getBytes(StandardCharsets.US_ASCII)).position(14);
    record.putInt(record.capacity() - 14).position(FACE_RECORD);
    record.put(picture);
    return object(0x75, object(0x7F61, object(0x7F60, object(0x5F2E, record.array()))));
  }

  private static String checked(String field) {
    return field + ZoneChecks.digit(field);
  }

  private static byte[] securityObject(
      byte[] zone, byte[] face, KeyPair keys, X509CertificateHolder certificate)
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    var hashes =
        new LDSSecurityObject(
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
            new DataGroupHash[] {hash(1, zone), hash(2, face)});
    var generator = new CMSSignedDataGenerator();
    var digests = new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(digests).build(signer(keys), certificate));
    generator.addCertificate(certificate);
    var content =
        new CMSProcessableByteArray(
            ICAOObjectIdentifiers.id_icao_ldsSecurityObject, hashes.getEncoded());
    return object(0x77, generator.generate(content, true).getEncoded());
  }

  private static DataGroupHash hash(int group, byte[] bytes) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return new DataGroupHash(group, new DEROctetString(digest));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA")
        .setProvider(PROVIDER)
        .build(keys.getPrivate());
  }

  private static X509CertificateHolder certificate(KeyPair keys, Instant now)
      throws OperatorCreationException, IOException {
    return new JcaX509v3CertificateBuilder(
            ISSUER,
            BigInteger.ONE,
            Date.from(now.minus(VALIDITY)),
            Date.from(now.plus(VALIDITY)),
            ISSUER,
            keys.getPublic())
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .build(signer(keys));
  }

  private static byte[] object(int tag, byte[] value) {
    ByteBuffer object = ByteBuffer.allocate(value.length + 6);
    if (tag > 0xFF) {
      object.put((byte) (tag >> 8));
    }
    object.put((byte) tag);
    if (value.length < 0x80) {
      object.put((byte) value.length);
    } else {
      object.put((byte) 0x82).putShort((short) value.length);
    }
    object.put(value);
    return Arrays.copyOf(object.array(), object.position());
  }
}
