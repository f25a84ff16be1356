package io.hall24.kiosk.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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
 * Who one is towards peers in TLS, and whose certificates one believes; nobody else's, the
 * machine's own trust store included.
 *
 * @param context for TLS 1.3
 * @param own certificates of the key store
 * @param trusted issuers
 */
public record TlsIdentity(
    SSLContext context, List<X509Certificate> own, List<X509Certificate> trusted) {
  /** The only protocol that is spoken. */
  public static final String PROTOCOL = "TLSv1.3";

  public TlsIdentity {
    own = List.copyOf(own);
    trusted = List.copyOf(trusted);
  }

  /** Whether the files serve. */
  public sealed interface Reading {
    record Ready(TlsIdentity identity) implements Reading {}

    /**
     * They do not.
     *
     * @param problem for an operator
     */
    record Unusable(String problem) implements Reading {}
  }

  /**
   * Reads keys and certificates.
   *
   * @param keyStore own key and certificate, PKCS#12 (RFC 7292)
   * @param passphraseFile of the key store; white space at its end does not count
   * @param trust issuers of the peers' certificates, PEM (RFC 7468)
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
      SSLContext context = SSLContext.getInstance(PROTOCOL);
      context.init(keys.getKeyManagers(), trustees.getTrustManagers(), null);
      return new Reading.Ready(new TlsIdentity(context, certificates(own), certificates(trusted)));
    } catch (IOException | GeneralSecurityException broken) {
      return new Reading.Unusable(String.valueOf(broken.getMessage()));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static char[] passphrase(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
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

  private static List<X509Certificate> certificates(KeyStore store)
      throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    return certificates;
  }
}
