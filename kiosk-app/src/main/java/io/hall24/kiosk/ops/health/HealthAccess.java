package io.hall24.kiosk.ops.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who may pull the report, and by which certificate they know the terminal.
 *
 * @param context for TLS
 * @param certificates shown and trusted, with their dates
 */
public record HealthAccess(SSLContext context, List<DatedCertificate> certificates) {
  public HealthAccess {
    certificates = List.copyOf(certificates);
  }

  /** Whether the files serve. */
  public sealed interface Reading {
    record Ready(HealthAccess access) implements Reading {}

    /**
     * They do not.
     *
     * @param problem for an operator
     */
    record Unusable(String problem) implements Reading {}
  }

  /**
   * Reads certificates.
   *
   * @param keyStore the terminal's key and certificate, PKCS#12 (RFC 7292)
   * @param passphraseFile of the key store
   * @param trust who issues central operations' certificates, PEM (RFC 7468)
   */
  public static Reading read(Path keyStore, Path passphraseFile, Path trust) {
    char[] passphrase = {};
    try {
      passphrase = passphrase(passphraseFile);
      KeyStore own = own(keyStore, passphrase);
      KeyStore trusted = trusted(trust);
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, passphrase);
      var trustees = TrustManagerFactory.getInstance("PKIX");
      trustees.init(trusted);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), trustees.getTrustManagers(), null);
      List<DatedCertificate> dated = new ArrayList<>(dated("health-server", own));
      dated.addAll(dated("health-trust", trusted));
      return new Reading.Ready(new HealthAccess(context, dated));
    } catch (IOException | GeneralSecurityException broken) {
      return new Reading.Unusable(String.valueOf(broken.getMessage()));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static char[] passphrase(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      CharBuffer chars =
          java.nio.charset.StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
      int length = chars.length();
      while (length > 0 && Character.isWhitespace(chars.charAt(length - 1))) {
        length--;
      }
      char[] passphrase = new char[length];
      chars.get(passphrase);
      Arrays.fill(chars.array(), '\0');
      return passphrase;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static KeyStore own(Path file, char[] passphrase)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, passphrase);
    } catch (IOException broken) {
      throw new IOException(file + " does not open with its passphrase: " + broken, broken);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return store;
      }
    }
    throw new GeneralSecurityException(file + " holds no key");
  }

  private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        number++;
        store.setCertificateEntry("issuer-" + number, certificate);
      }
    }
    if (store.size() == 0) {
      throw new GeneralSecurityException(file + " holds no certificate");
    }
    return store;
  }

  private static List<DatedCertificate> dated(String name, KeyStore store)
      throws GeneralSecurityException {
    List<DatedCertificate> dated = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        dated.add(
            new DatedCertificate(
                name + "-" + (dated.size() + 1), certificate.getNotAfter().toInstant()));
      }
    }
    return dated;
  }
}
