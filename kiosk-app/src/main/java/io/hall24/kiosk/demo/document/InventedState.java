package io.hall24.kiosk.demo.document;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A state that does not exist, with a fresh country signing certificate (CSCA) of its own (ICAO Doc
 * 9303 part 12, 7.1). Two of them carry the same name and do not trust each other.
 */
public final class InventedState {
  static final Provider PROVIDER = new BouncyCastleProvider();
  private static final X500Name COUNTRY = new X500Name("C=UT,O=Utopia,OU=Demonstration,CN=CSCA");
  private static final X500Name SIGNER =
      new X500Name("C=UT,O=Utopia,OU=Demonstration,CN=Document Signer");
  private static final int COUNTRY_YEARS = 30;

  private final KeyPair keys;
  private final X509Certificate certificate;

  private InventedState(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /**
   * A new state.
   *
   * @param today its certificate is valid for 30 years before and after
   */
  public static InventedState founded(LocalDate today) {
    try {
      KeyPair keys = keys("secp384r1");
      var builder =
          certificate(
              COUNTRY, keys, today.minusYears(COUNTRY_YEARS), today.plusYears(COUNTRY_YEARS));
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return new InventedState(keys, signed(builder, keys));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
      throw new IllegalStateException("Java without elliptic curves", impossible);
    }
  }

  /** Puts its certificate into a reader's trust directory. */
  public void trustIn(Path directory) throws IOException {
    Files.createDirectories(directory);
    try {
      Files.write(directory.resolve("utopia.cer"), certificate.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("own certificate", impossible);
    }
  }

  /** A document signer whose certificate is valid from one day to another. */
  Signer signer(LocalDate from, LocalDate to) {
    try {
      KeyPair own = keys("secp256r1");
      var builder = certificate(SIGNER, own, from, to);
      builder
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
      return new Signer(own, signed(builder, keys));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
      throw new IllegalStateException("Java without elliptic curves", impossible);
    }
  }

  private static KeyPair keys(String curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder certificate(
      X500Name subject, KeyPair keys, LocalDate from, LocalDate to) {
    return new JcaX509v3CertificateBuilder(
        COUNTRY,
        new BigInteger(Long.SIZE, new SecureRandom()).add(BigInteger.ONE),
        date(from),
        date(to),
        subject,
        keys.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
      throws OperatorCreationException, GeneralSecurityException {
    var signature =
        new JcaContentSignerBuilder("SHA384withECDSA").setProvider(PROVIDER).build(by.getPrivate());
    return new JcaX509CertificateConverter()
        .setProvider(PROVIDER)
        .getCertificate(builder.build(signature));
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** One document signer (DS). */
  record Signer(KeyPair keys, X509Certificate certificate) {}
}
