package io.hall24.device.lds;

import io.hall24.device.ChipAuthenticity;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Passive authentication (ICAO Doc 9303 part 11, 5.1): the hashes of exactly the data groups that
 * were read, the signature over them, and the signer's certificate.
 */
final class PassiveAuthentication {
  private static final Provider PROVIDER = TrustedIssuers.PROVIDER;

  /** Part 12, 4.4.1, and SHA-1, which documents that are still valid carry. */
  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          OIWObjectIdentifiers.idSHA1,
          NISTObjectIdentifiers.id_sha224,
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private final TrustedIssuers trust;

  PassiveAuthentication(TrustedIssuers trust) {
    this.trust = trust;
  }

  /**
   * Judges.
   *
   * @param dataGroups by number, as read
   * @param securityObject EF.SOD
   * @param when at which certificates must be valid
   * @throws MalformedFileException when EF.SOD has not the form that it must have
   */
  ChipAuthenticity judge(Map<Integer, byte[]> dataGroups, byte[] securityObject, Instant when)
      throws MalformedFileException {
    var object = SecurityObject.of(securityObject);
    try {
      return allAgree(dataGroups, object.hashes())
          ? judge(object.signed(), when)
          : ChipAuthenticity.FORGED;
    } catch (GeneralSecurityException
        | CMSException
        | OperatorCreationException
        | RuntimeException malformed) {
      // Bouncy Castle meets malformed ASN.1 with a dozen unchecked exceptions.
      throw new MalformedFileException("EF.SOD is not signed data", malformed);
    }
  }

  private ChipAuthenticity judge(CMSSignedData signed, Instant when)
      throws MalformedFileException,
          CMSException,
          GeneralSecurityException,
          OperatorCreationException {
    var signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw new MalformedFileException("EF.SOD has " + signers.size() + " signers");
    }
    SignerInformation signer = signers.iterator().next();
    Optional<X509Certificate> certificate = certificate(signed, signer);
    if (certificate.isEmpty()) {
      return ChipAuthenticity.CHIP_NOT_AUTHENTICATED;
    }
    if (!signedBy(certificate.get(), signer)) {
      return ChipAuthenticity.FORGED;
    }
    return trust.vouchFor(certificate.get(), when)
        ? ChipAuthenticity.PASSIVELY_AUTHENTICATED
        : ChipAuthenticity.CHIP_NOT_AUTHENTICATED;
  }

  private static boolean allAgree(Map<Integer, byte[]> dataGroups, LDSSecurityObject hashes)
      throws GeneralSecurityException, MalformedFileException {
    ASN1ObjectIdentifier algorithm = hashes.getDigestAlgorithmIdentifier().getAlgorithm();
    if (!DIGESTS.contains(algorithm)) {
      throw new MalformedFileException("EF.SOD uses the digest " + algorithm.getId());
    }
    var digest = MessageDigest.getInstance(algorithm.getId(), PROVIDER);
    for (var group : dataGroups.entrySet()) {
      byte[] actual = digest.digest(group.getValue());
      boolean agrees =
          Arrays.stream(hashes.getDatagroupHash())
              .filter(hash -> hash.getDataGroupNumber() == group.getKey())
              .map(DataGroupHash::getDataGroupHashValue)
              .anyMatch(hash -> MessageDigest.isEqual(hash.getOctets(), actual));
      if (!agrees) {
        return false;
      }
    }
    return true;
  }

  private static Optional<X509Certificate> certificate(
      CMSSignedData signed, SignerInformation signer) throws GeneralSecurityException {
    @SuppressWarnings("unchecked") // Bouncy Castle gives a selector without its type argument
    var found =
        signed
            .getCertificates()
            .getMatches((org.bouncycastle.util.Selector<X509CertificateHolder>) signer.getSID());
    var converter = new JcaX509CertificateConverter().setProvider(PROVIDER);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(converter.getCertificate(found.iterator().next()));
  }

  private static boolean signedBy(X509Certificate certificate, SignerInformation signer)
      throws OperatorCreationException {
    var verifier =
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(PROVIDER)
            .build(certificate.getPublicKey());
    try {
      return signer.verify(verifier);
    } catch (CMSException digestOrSignatureWrong) {
      return false;
    }
  }
}
