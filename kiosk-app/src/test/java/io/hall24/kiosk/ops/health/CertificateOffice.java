package io.hall24.kiosk.ops.health;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of certificates for one test, and what it has issued, as files below a directory. */
public final class CertificateOffice {
  private static final Duration VALID = Duration.ofDays(60).plusHours(12);
  private final String name;
  private final KeyPair keys = keys();
  private final X509Certificate certificate;
  private final Path directory;
  private final Instant now;
  private int serial = 1;

  public CertificateOffice(String name, Path directory, Instant now) throws Exception {
    this.name = name;
    this.directory = Files.createDirectories(directory.resolve(name));
    this.now = now;
    X509v3CertificateBuilder own = builder(name, keys);
    own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    this.certificate = signed(own);
    pem("issuer.pem", certificate);
  }

  /** A key with its certificate. */
  public record Issued(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {}

  public Issued forServer() throws Exception {
    KeyPair pair = keys();
    X509v3CertificateBuilder builder = builder("terminal", pair);
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    return new Issued(pair.getPrivate(), signed(builder), certificate);
  }

  public Issued forClient() throws Exception {
    return forClient("central operations");
  }

  /** For somebody with a name. */
  public Issued forClient(String client) throws Exception {
    KeyPair pair = keys();
    X509v3CertificateBuilder builder = builder(client, pair);
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    return new Issued(pair.getPrivate(), signed(builder), certificate);
  }

  /** The issuer's certificate, PEM. */
  public Path issuer() {
    return directory.resolve("issuer.pem");
  }

  /** Writes something PEM. */
  public Path pem(String file, Object content) throws IOException {
    Path path = directory.resolve(file);
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(
          content instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : content);
    }
    Files.writeString(path, text.toString());
    return path;
  }

  /** Writes a PKCS#12 key store. */
  public Path keyStore(String file, Issued issued, String passphrase) throws Exception {
    Path path = directory.resolve(file);
    try (var out = Files.newOutputStream(path)) {
      store(issued, passphrase).store(out, passphrase.toCharArray());
    }
    return path;
  }

  /** TLS of somebody who trusts an issuer and shows a certificate. */
  public static SSLContext client(CertificateOffice trusted, Issued shown) throws Exception {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(shown, "x"), "x".toCharArray());
    return context(trusted, keys);
  }

  /** TLS of somebody who shows none. */
  public static SSLContext nobody(CertificateOffice trusted) throws Exception {
    var keys = KeyManagerFactory.getInstance("PKIX");
    KeyStore none = KeyStore.getInstance("PKCS12");
    none.load(null, null);
    keys.init(none, new char[0]);
    return context(trusted, keys);
  }

  private static SSLContext context(CertificateOffice trusted, KeyManagerFactory keys)
      throws Exception {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("issuer", trusted.certificate);
    var trustees = TrustManagerFactory.getInstance("PKIX");
    trustees.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trustees.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(Issued issued, String passphrase) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own",
        issued.key(),
        passphrase.toCharArray(),
        new Certificate[] {issued.certificate(), issued.issuer()});
    return store;
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509v3CertificateBuilder builder(String subject, KeyPair pair) {
    return new JcaX509v3CertificateBuilder(
        new X500Name("CN=" + name),
        BigInteger.valueOf(serial++),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(VALID)),
        new X500Name("CN=" + subject),
        pair.getPublic());
  }

  private X509Certificate signed(X509v3CertificateBuilder builder)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}
