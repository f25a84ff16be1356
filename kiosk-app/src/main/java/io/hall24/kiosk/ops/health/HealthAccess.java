package io.hall24.kiosk.ops.health;

import io.hall24.kiosk.crypto.TlsIdentity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

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
    return switch (TlsIdentity.read(keyStore, passphraseFile, trust)) {
      case TlsIdentity.Reading.Unusable(var problem) -> new Reading.Unusable(problem);
      case TlsIdentity.Reading.Ready(var identity) -> {
        List<DatedCertificate> dated = new ArrayList<>(dated("health-server", identity.own()));
        dated.addAll(dated("health-trust", identity.trusted()));
        yield new Reading.Ready(new HealthAccess(identity.context(), dated));
      }
    };
  }

  private static List<DatedCertificate> dated(String name, List<X509Certificate> certificates) {
    List<DatedCertificate> dated = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      dated.add(
          new DatedCertificate(
              name + "-" + (dated.size() + 1), certificate.getNotAfter().toInstant()));
    }
    return dated;
  }
}
