package io.hall24.device.lds;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A list of country signing certificates that a state has signed (ICAO Doc 9303 part 12, 9). It is
 * believed as a whole when a country that the operator trusts by a certificate of its own has
 * issued its signer, for signing lists and nothing else.
 */
final class MasterList {
  /** Key purpose {@code id-icao-mrtd-security-masterListSigner} (part 12, 7.1.1.7). */
  private static final String LIST_SIGNER =
      ICAOObjectIdentifiers.id_icao_mrtd_security.branch("3").getId();

  private static final ASN1ObjectIdentifier CONTENT = ICAOObjectIdentifiers.id_icao_cscaMasterList;

  private final CMSSignedData signed;

  private MasterList(CMSSignedData signed) {
    this.signed = signed;
  }

  /** The list that a file is; empty when it is something else. */
  static Optional<MasterList> in(byte[] file) {
    try {
      var signed = new CMSSignedData(ContentInfo.getInstance(file));
      return CONTENT.equals(signed.getSignedContent().getContentType())
          ? Optional.of(new MasterList(signed))
          : Optional.empty();
    } catch (CMSException | RuntimeException somethingElse) {
      return Optional.empty();
    }
  }

  /**
   * The certificates of the list that can be used. Others are left out, and vouch for nobody: of
   * several hundred states some publish what no library reads.
   *
   * @param trusted who may have issued its signer
   * @throws IOException when it must not be believed
   */
  List<X509Certificate> believedBy(TrustedIssuers trusted) throws IOException {
    try {
      verify(trusted);
      List<X509Certificate> usable = new ArrayList<>();
      var list = CscaMasterList.getInstance((byte[]) signed.getSignedContent().getContent());
      for (Certificate certificate : list.getCertStructs()) {
        readable(certificate).filter(one -> one.getBasicConstraints() >= 0).ifPresent(usable::add);
      }
      return usable;
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException malformed) {
      throw new IOException("is not a master list", malformed);
    }
  }

  private void verify(TrustedIssuers trusted)
      throws IOException, CMSException, GeneralSecurityException, OperatorCreationException {
    var signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw new IOException("has " + signers.size() + " signers");
    }
    SignerInformation signer = signers.iterator().next();
    X509Certificate certificate = certificate(signer);
    var uses = certificate.getExtendedKeyUsage();
    if (uses == null || !uses.contains(LIST_SIGNER)) {
      throw new IOException("is signed by who may not sign master lists");
    }
    var verifier =
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(TrustedIssuers.PROVIDER)
            .build(certificate.getPublicKey());
    if (!agrees(signer, verifier)) {
      throw new IOException("was changed after it was signed");
    }
    if (!trusted.vouchFor(certificate, signingTime(signer, certificate))) {
      throw new IOException(
          "is signed for "
              + certificate.getIssuerX500Principal()
              + ", whose own certificate must lie beside it");
    }
  }

  private static boolean agrees(SignerInformation signer, SignerInformationVerifier verifier) {
    try {
      return signer.verify(verifier);
    } catch (CMSException digestDiffers) {
      return false;
    }
  }

  private X509Certificate certificate(SignerInformation signer)
      throws IOException, GeneralSecurityException {
    @SuppressWarnings("unchecked") // Bouncy Castle gives a selector without its type argument
    var found =
        signed
            .getCertificates()
            .getMatches((org.bouncycastle.util.Selector<X509CertificateHolder>) signer.getSID());
    if (found.isEmpty()) {
      throw new IOException("does not hold its signer's certificate");
    }
    return new JcaX509CertificateConverter()
        .setProvider(TrustedIssuers.PROVIDER)
        .getCertificate(found.iterator().next());
  }

  /** A list is not worth less when its signer's certificate has expired since. */
  private static Instant signingTime(SignerInformation signer, X509Certificate certificate) {
    return Optional.ofNullable(signer.getSignedAttributes())
        .flatMap(attributes -> Optional.ofNullable(attributes.get(CMSAttributes.signingTime)))
        .map(attribute -> Time.getInstance(attribute.getAttributeValues()[0]).getDate())
        .orElseGet(certificate::getNotBefore)
        .toInstant();
  }

  private static Optional<X509Certificate> readable(Certificate certificate) {
    try {
      return Optional.of(
          new JcaX509CertificateConverter()
              .setProvider(TrustedIssuers.PROVIDER)
              .getCertificate(new X509CertificateHolder(certificate)));
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
