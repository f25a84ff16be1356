package io.hall24.device.lds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The country signing certificates (CSCA) that the operator trusts, and whether they vouch for a
 * document signer (ICAO Doc 9303 part 11, 5.1; part 12, 4). Revocation is not asked for: a terminal
 * has no list of revoked signers.
 */
public final class TrustedIssuers {
  // Country signers use explicit curve parameters and Brainpool curves, which the JDK has dropped.
  /** Making one takes a tenth of a second. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private final List<X509Certificate> countries;

  TrustedIssuers(List<X509Certificate> countries) {
    this.countries = List.copyOf(countries);
  }

  /**
   * Reads every file of a directory: one or more certificates, DER or PEM, or a master list, DER,
   * whose signer one of those certificates has issued.
   *
   * @throws IOException when the directory cannot be read or holds no certificate, or when one of
   *     its files is not a certificate of a certification authority or not a list to believe; the
   *     message names the file
   */
  public static TrustedIssuers load(Path directory) throws IOException {
    List<X509Certificate> countries = new ArrayList<>();
    Map<Path, MasterList> lists = new TreeMap<>();
    List<Path> files;
    try (var listed = Files.list(directory)) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Optional<MasterList> list = MasterList.in(Files.readAllBytes(file));
      if (list.isPresent()) {
        lists.put(file, list.get());
      } else {
        countries.addAll(certificates(file));
      }
    }
    if (countries.isEmpty()) {
      throw new IOException("no certificate of a country in " + directory);
    }
    return new TrustedIssuers(withLists(countries, lists));
  }

  /** A list never makes another one believed. */
  private static List<X509Certificate> withLists(
      List<X509Certificate> countries, Map<Path, MasterList> lists) throws IOException {
    Set<X509Certificate> all = new LinkedHashSet<>(countries);
    var trusted = new TrustedIssuers(countries);
    for (var list : lists.entrySet()) {
      try {
        all.addAll(list.getValue().believedBy(trusted));
      } catch (IOException notBelieved) {
        throw new IOException(list.getKey() + " " + notBelieved.getMessage(), notBelieved);
      }
    }
    return List.copyOf(all);
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (var certificate :
          CertificateFactory.getInstance("X.509", PROVIDER).generateCertificates(in)) {
        found.add((X509Certificate) certificate);
      }
    } catch (CertificateException unreadable) {
      throw new IOException(file + " is not a certificate", unreadable);
    }
    if (found.isEmpty() || found.stream().anyMatch(one -> one.getBasicConstraints() < 0)) {
      throw new IOException(file + " is not a certificate of a certification authority");
    }
    return found;
  }

  /** How many certificates there are. */
  public int count() {
    return countries.size();
  }

  /** Whether one of them issued the signer, and both are valid at the given time. */
  boolean vouchFor(X509Certificate signer, Instant when) throws GeneralSecurityException {
    for (X509Certificate country : countries) {
      if (country.getSubjectX500Principal().equals(signer.getIssuerX500Principal())
          && issued(country, signer, Date.from(when))) {
        return true;
      }
    }
    return false;
  }

  private static boolean issued(X509Certificate country, X509Certificate signer, Date when)
      throws GeneralSecurityException {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(country, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(when);
    var path = CertificateFactory.getInstance("X.509", PROVIDER).generateCertPath(List.of(signer));
    try {
      country.checkValidity(when);
      var _ = CertPathValidator.getInstance("PKIX", PROVIDER).validate(path, parameters);
      return true;
    } catch (CertPathValidatorException | CertificateException notVouched) {
      return false;
    }
  }
}
