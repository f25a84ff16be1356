package io.hall24.device.lds;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * EF.SOD (ICAO Doc 9303 part 10, 4.6.2): the hashes of all data groups that the chip was issued
 * with, and the issuer's signature over them, not yet judged.
 */
public final class SecurityObject {
  private static final int FILE = 0x77;

  private final CMSSignedData signed;
  private final LDSSecurityObject hashes;

  private SecurityObject(CMSSignedData signed, LDSSecurityObject hashes) {
    this.signed = signed;
    this.hashes = hashes;
  }

  /**
   * Understands the file.
   *
   * @throws MalformedFileException when it has not the form that it must have
   */
  public static SecurityObject of(byte[] file) throws MalformedFileException {
    Tlv object = Tlv.file(file, FILE);
    try {
      var content = Arrays.copyOfRange(file, object.start(), object.end());
      var signed = new CMSSignedData(ContentInfo.getInstance(content));
      var inner = signed.getSignedContent();
      if (inner == null
          || !ICAOObjectIdentifiers.id_icao_ldsSecurityObject.equals(inner.getContentType())) {
        throw new MalformedFileException("EF.SOD holds no LDS security object");
      }
      return new SecurityObject(signed, LDSSecurityObject.getInstance((byte[]) inner.getContent()));
    } catch (CMSException | RuntimeException malformed) {
      // Bouncy Castle meets malformed ASN.1 with a dozen unchecked exceptions.
      throw new MalformedFileException("EF.SOD is not signed data", malformed);
    }
  }

  /** Numbers of the data groups that the chip was issued with. */
  public Set<Integer> dataGroups() {
    return Arrays.stream(hashes.getDatagroupHash())
        .map(DataGroupHash::getDataGroupNumber)
        .collect(Collectors.toSet());
  }

  CMSSignedData signed() {
    return signed;
  }

  LDSSecurityObject hashes() {
    return hashes;
  }
}
