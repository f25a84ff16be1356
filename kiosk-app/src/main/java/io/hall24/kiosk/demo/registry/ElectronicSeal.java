package io.hall24.kiosk.demo.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs electronic licences: PAdES baseline B-B (ETSI EN 319 142-1), with the sandbox's own key and
 * a certificate that says 样本 and that nobody outside a demonstration trusts.
 */
final class ElectronicSeal {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final X500Name NAME =
      new X500Name("C=XX,O=Hall24 sandbox 样本,CN=Hall24 sandbox electronic licences 样本");

  /** Room for the CMS structure in the file, bytes; it takes about 1200. */
  private static final int ROOM = 3000;

  private static final Instant VALID_FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant VALID_UNTIL = Instant.parse("2036-01-01T00:00:00Z");

  private final PrivateKey secret;
  private final X509Certificate certificate;

  ElectronicSeal(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    try {
      this.certificate = certificate(secret, open);
    } catch (GeneralSecurityException | OperatorCreationException | IOException missing) {
      throw new IllegalStateException("certificate", missing);
    }
  }

  private static X509Certificate certificate(PrivateKey secret, PublicKey open)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var serial = new BigInteger(RegistryKey.sha256(open.getEncoded()).substring(0, 30), 16);
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME, serial, Date.from(VALID_FROM), Date.from(VALID_UNTIL), NAME, open);
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(secret)));
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** The document with a signature over all of it, added as an incremental update. */
  byte[] sign(byte[] pdf, Instant when) {
    try (var document = Loader.loadPDF(pdf);
        var options = new SignatureOptions();
        var signed = new ByteArrayOutputStream(pdf.length + 4 * ROOM)) {
      var signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      signature.setName("Hall24 sandbox 样本");
      signature.setSignDate(date(when));
      options.setPreferredSignatureSize(ROOM);
      document.setDocumentId(when.toEpochMilli());
      document.addSignature(signature, options);
      var external = document.saveIncrementalForExternalSigning(signed);
      external.setSignature(cms(external.getContent().readAllBytes()));
      return signed.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Calendar date(Instant when) {
    var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTime(Date.from(when));
    return calendar;
  }

  private byte[] cms(byte[] content) {
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(padesAttributes())
              .build(new JcaContentSignerBuilder(ALGORITHM).build(secret), certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    } catch (GeneralSecurityException
        | OperatorCreationException
        | CMSException
        | IOException broken) {
      throw new IllegalStateException("signature", broken);
    }
  }

  /**
   * EN 319 142-1, 6.3: the signing certificate is referred to, and the claimed time stands in the
   * signature dictionary, so there must be no signing-time attribute.
   */
  private CMSAttributeTableGenerator padesAttributes() {
    var standard = new DefaultSignedAttributeTableGenerator();
    return parameters ->
        standard
            .getAttributes(parameters)
            .remove(CMSAttributes.signingTime)
            .add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference());
  }

  private SigningCertificateV2 reference() {
    try {
      return new SigningCertificateV2(new ESSCertIDv2(RegistryKey.hash(certificate.getEncoded())));
    } catch (CertificateEncodingException broken) {
      throw new IllegalStateException("certificate", broken);
    }
  }
}
